ALTER TABLE `device` ADD `revoked_role` text;--> statement-breakpoint
ALTER TABLE `device` ADD `revoked_reason` text;