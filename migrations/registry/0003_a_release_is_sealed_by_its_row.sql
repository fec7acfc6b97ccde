-- Files are staged first and the release's row comes last: it seals them. What was staged and never sealed may go.
DROP TRIGGER release_file_is_never_deleted;
--> statement-breakpoint
CREATE TRIGGER release_file_is_never_deleted BEFORE DELETE ON release_file
WHEN EXISTS (SELECT 1 FROM "release" WHERE round = old.round AND number = old.number)
BEGIN SELECT RAISE(ABORT, 'a release is immutable'); END;
--> statement-breakpoint
CREATE TRIGGER release_file_is_never_added_later BEFORE INSERT ON release_file
WHEN EXISTS (SELECT 1 FROM "release" WHERE round = new.round AND number = new.number)
BEGIN SELECT RAISE(ABORT, 'a release is immutable'); END;
--> statement-breakpoint
CREATE TRIGGER release_is_never_edited BEFORE UPDATE ON "release" BEGIN SELECT RAISE(ABORT, 'a release is immutable'); END;
--> statement-breakpoint
CREATE TRIGGER release_is_never_deleted BEFORE DELETE ON "release" BEGIN SELECT RAISE(ABORT, 'a release is immutable'); END;
