CREATE TABLE `agency` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`name_en` text
);
--> statement-breakpoint
CREATE TABLE `assignment` (
	`device` text NOT NULL,
	`unit` text NOT NULL,
	`programme` text NOT NULL,
	`instrument` text NOT NULL,
	`group` text NOT NULL,
	`from` text NOT NULL,
	`until` text,
	PRIMARY KEY(`device`, `unit`, `programme`, `from`),
	FOREIGN KEY (`device`) REFERENCES `device`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `audit` (
	`number` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`subject` text NOT NULL,
	`body_sha256` text NOT NULL,
	`previous` text NOT NULL,
	`sha256` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `commitment` (
	`unit` text NOT NULL,
	`version` integer NOT NULL,
	`valid_from` text NOT NULL,
	`content` text NOT NULL,
	`procedure` text NOT NULL,
	`time_limit` text NOT NULL,
	`standard` text NOT NULL,
	PRIMARY KEY(`unit`, `version`)
);
--> statement-breakpoint
CREATE TABLE `decision` (
	`id` text PRIMARY KEY NOT NULL,
	`round` text NOT NULL,
	`document` text NOT NULL,
	`recorded_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `decision_round` ON `decision` (`round`);--> statement-breakpoint
CREATE TABLE `device` (
	`id` text PRIMARY KEY NOT NULL,
	`label` text NOT NULL,
	`mode` text NOT NULL,
	`state` text NOT NULL,
	`code_hmac` text,
	`code_expires_at` integer,
	`last_seen_at` integer,
	`clock_offset_seconds` integer DEFAULT 0 NOT NULL,
	`backlog` integer,
	`revoked_at` integer
);
--> statement-breakpoint
CREATE TABLE `device_key` (
	`device` text NOT NULL,
	`thumbprint` text NOT NULL,
	`public_jwk` text NOT NULL,
	`added_at` integer NOT NULL,
	`expires_at` integer,
	PRIMARY KEY(`device`, `thumbprint`),
	FOREIGN KEY (`device`) REFERENCES `device`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `device_numbers` (
	`device` text NOT NULL,
	`first` integer NOT NULL,
	`last` integer NOT NULL,
	PRIMARY KEY(`device`, `first`)
);
--> statement-breakpoint
CREATE TABLE `ledger_entry` (
	`id` text PRIMARY KEY NOT NULL,
	`round` text NOT NULL,
	`ledger` text NOT NULL,
	`unit` text NOT NULL,
	`document` text NOT NULL,
	`cancels` text,
	`recorded_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `ledger_entry_round` ON `ledger_entry` (`round`,`ledger`);--> statement-breakpoint
CREATE UNIQUE INDEX `ledger_entry_cancels` ON `ledger_entry` (`cancels`);--> statement-breakpoint
CREATE TABLE `programme` (
	`id` text NOT NULL,
	`version` text NOT NULL,
	`document` text NOT NULL,
	`sha256` text NOT NULL,
	`uploaded_at` integer NOT NULL,
	PRIMARY KEY(`id`, `version`)
);
--> statement-breakpoint
CREATE TABLE `release` (
	`round` text NOT NULL,
	`number` integer NOT NULL,
	`state` text NOT NULL,
	`reason` text,
	`published_at` integer NOT NULL,
	`outcome` text NOT NULL,
	PRIMARY KEY(`round`, `number`)
);
--> statement-breakpoint
CREATE TABLE `release_file` (
	`round` text NOT NULL,
	`number` integer NOT NULL,
	`path` text NOT NULL,
	`media_type` text NOT NULL,
	`bytes` blob NOT NULL,
	`sha256` text NOT NULL,
	PRIMARY KEY(`round`, `number`, `path`)
);
--> statement-breakpoint
CREATE TABLE `round` (
	`id` text PRIMARY KEY NOT NULL,
	`programme` text NOT NULL,
	`version` text NOT NULL,
	`from` text NOT NULL,
	`to` text NOT NULL,
	`accepts_until_at` integer NOT NULL,
	`state` text NOT NULL,
	`revision` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `round_programme` ON `round` (`programme`,`from`);--> statement-breakpoint
CREATE TABLE `round_unit` (
	`round` text NOT NULL,
	`unit` text NOT NULL,
	`snapshot` text NOT NULL,
	PRIMARY KEY(`round`, `unit`)
);
--> statement-breakpoint
CREATE TABLE `service_item` (
	`unit` text NOT NULL,
	`code` text NOT NULL,
	`document` text NOT NULL,
	PRIMARY KEY(`unit`, `code`)
);
--> statement-breakpoint
CREATE TABLE `unit_version` (
	`unit` text NOT NULL,
	`valid_from` text NOT NULL,
	`agency` text NOT NULL,
	`name` text NOT NULL,
	`name_en` text,
	`pool` text NOT NULL,
	`system` text NOT NULL,
	`tags` text NOT NULL,
	`managed_by` text NOT NULL,
	`township` text,
	`place` text,
	`head` text,
	`office_phone` text,
	`address` text,
	`duties` text,
	`predecessor` text,
	`closed` integer DEFAULT false NOT NULL,
	PRIMARY KEY(`unit`, `valid_from`),
	FOREIGN KEY (`agency`) REFERENCES `agency`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `unit_version_agency` ON `unit_version` (`agency`);--> statement-breakpoint
CREATE TABLE `visit_count` (
	`unit` text NOT NULL,
	`on` text NOT NULL,
	`visits` integer NOT NULL,
	PRIMARY KEY(`unit`, `on`)
);
