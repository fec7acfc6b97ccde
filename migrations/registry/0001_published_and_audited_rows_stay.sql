-- Published bytes and the audit trail are append-only: the database itself refuses to change them.
CREATE TRIGGER audit_is_never_edited BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER release_file_is_never_edited BEFORE UPDATE ON release_file BEGIN SELECT RAISE(ABORT, 'a release is immutable'); END;
--> statement-breakpoint
CREATE TRIGGER release_file_is_never_deleted BEFORE DELETE ON release_file BEGIN SELECT RAISE(ABORT, 'a release is immutable'); END;
--> statement-breakpoint
CREATE TRIGGER programme_is_never_edited BEFORE UPDATE ON programme BEGIN SELECT RAISE(ABORT, 'a programme version is immutable'); END;
--> statement-breakpoint
CREATE TRIGGER ledger_entry_is_never_edited BEFORE UPDATE ON ledger_entry BEGIN SELECT RAISE(ABORT, 'ledger entries are cancelled, never edited'); END;
--> statement-breakpoint
CREATE TRIGGER ledger_entry_is_never_deleted BEFORE DELETE ON ledger_entry BEGIN SELECT RAISE(ABORT, 'ledger entries are cancelled, never deleted'); END;
