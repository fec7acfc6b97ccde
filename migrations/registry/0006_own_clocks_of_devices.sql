ALTER TABLE `device` ADD `clock_drift_seconds` integer;--> statement-breakpoint
ALTER TABLE `device` ADD `clock_reported_at` integer;