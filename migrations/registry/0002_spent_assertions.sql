CREATE TABLE `spent_assertion` (
	`device` text NOT NULL,
	`jti` text NOT NULL,
	`expires_at` integer NOT NULL,
	PRIMARY KEY(`device`, `jti`)
);
