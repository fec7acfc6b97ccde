CREATE TABLE gate (
  round TEXT PRIMARY KEY NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'counted')),
  "from" TEXT NOT NULL,
  "to" TEXT NOT NULL,
  accepts_until_at INTEGER NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE ballot (
  serial BLOB PRIMARY KEY NOT NULL,
  round TEXT NOT NULL,
  instrument TEXT NOT NULL,
  "group" TEXT NOT NULL,
  channel TEXT NOT NULL,
  stream TEXT NOT NULL,
  visited_on TEXT NOT NULL,
  version INTEGER NOT NULL,
  token BLOB,
  visit BLOB,
  label BLOB,
  state TEXT NOT NULL,
  reasons TEXT NOT NULL,
  answers TEXT NOT NULL,
  cells TEXT NOT NULL,
  body BLOB NOT NULL,
  salt BLOB NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX ballot_visit ON ballot (round, visit) WHERE visit IS NOT NULL;
--> statement-breakpoint
CREATE UNIQUE INDEX ballot_token ON ballot (round, token, version) WHERE token IS NOT NULL;
--> statement-breakpoint
CREATE INDEX ballot_label ON ballot (label) WHERE label IS NOT NULL;
--> statement-breakpoint
CREATE TABLE tally (
  round TEXT NOT NULL,
  unit TEXT NOT NULL,
  "group" TEXT NOT NULL,
  channel TEXT NOT NULL,
  stream TEXT NOT NULL,
  question TEXT NOT NULL,
  answer TEXT NOT NULL,
  count INTEGER NOT NULL,
  sum INTEGER NOT NULL,
  sum_of_squares INTEGER NOT NULL,
  PRIMARY KEY (round, unit, "group", channel, stream, question, answer)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE state_count (
  round TEXT NOT NULL,
  state TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (round, state)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE revocation (credential TEXT PRIMARY KEY NOT NULL) WITHOUT ROWID;
--> statement-breakpoint
CREATE TRIGGER ballot_arrives AFTER INSERT ON ballot BEGIN
  INSERT INTO state_count VALUES (new.round, new.state, 1)
    ON CONFLICT DO UPDATE SET count = count + 1;
  INSERT INTO tally
    SELECT new.round, value ->> 0, new."group", new.channel, new.stream, value ->> 1, value ->> 2,
      value ->> 3, value ->> 4, value ->> 5
    FROM json_each(new.cells) WHERE new.state = 'counted'
    ON CONFLICT DO UPDATE SET count = count + excluded.count, sum = sum + excluded.sum,
      sum_of_squares = sum_of_squares + excluded.sum_of_squares;
END;
--> statement-breakpoint
CREATE TRIGGER ballot_changes_state AFTER UPDATE OF state ON ballot WHEN old.state <> new.state BEGIN
  UPDATE state_count SET count = count - 1 WHERE round = old.round AND state = old.state;
  INSERT INTO state_count VALUES (new.round, new.state, 1)
    ON CONFLICT DO UPDATE SET count = count + 1;
  INSERT INTO tally
    SELECT new.round, value ->> 0, new."group", new.channel, new.stream, value ->> 1, value ->> 2,
      value ->> 3 * sign.n, value ->> 4 * sign.n, value ->> 5 * sign.n
    FROM json_each(new.cells), (SELECT (new.state = 'counted') - (old.state = 'counted') AS n) AS sign
    WHERE sign.n <> 0
    ON CONFLICT DO UPDATE SET count = count + excluded.count, sum = sum + excluded.sum,
      sum_of_squares = sum_of_squares + excluded.sum_of_squares;
END;
--> statement-breakpoint
CREATE TRIGGER ballot_is_never_deleted BEFORE DELETE ON ballot BEGIN
  SELECT RAISE(ABORT, 'a ballot is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER ballot_is_never_edited
BEFORE UPDATE OF serial, round, instrument, "group", channel, visited_on, version, token, body, cells ON ballot BEGIN
  SELECT RAISE(ABORT, 'a ballot is never edited');
END;
