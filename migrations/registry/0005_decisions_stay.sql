-- What was decided, and what was drawn, stays as it was recorded.
CREATE TRIGGER decision_is_never_edited BEFORE UPDATE ON decision BEGIN SELECT RAISE(ABORT, 'a decision is never edited'); END;
--> statement-breakpoint
CREATE TRIGGER decision_is_never_deleted BEFORE DELETE ON decision BEGIN SELECT RAISE(ABORT, 'a decision is never deleted'); END;
