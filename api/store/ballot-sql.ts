/**
 * One ballot is one urn transaction. Both adapters run these statements: the embedded one prepared,
 * with ballots that arrive together in one transaction; the remote one as a batch.
 *
 * Named parameters are the fields of NewBallot. `insert` stores the ballot if its round's gate is there, the
 * visit date lies in it, the credential stands and nothing of the same serial, visit or token exists; where it answers nothing,
 * `recorded` reads what is there under the serial, and `refused` why nothing is.
 */
export const ballotSql = {
  insert: `
INSERT INTO ballot
  (serial, round, instrument, "group", channel, stream, visited_on, version, token, visit, label,
   state, reasons, answers, cells, body, salt)
SELECT :serial, :round, :instrument, :group, :channel, :stream, :visitedOn, :version, :token, :visit, :label,
  CASE WHEN :state = 'test' THEN 'test'
       WHEN gate.state <> 'open' OR :arrivedAt >= gate.accepts_until_at THEN 'late'
       ELSE :state END,
  :reasons, :answers, :cells, :body, :salt
FROM gate
WHERE gate.round = :round
  AND :visitedOn BETWEEN gate."from" AND gate."to"
  AND NOT EXISTS (SELECT 1 FROM revocation WHERE credential = :credential)
  AND NOT EXISTS (SELECT 1 FROM ballot WHERE round = :round AND token = :token AND version > :version)
ON CONFLICT DO NOTHING
RETURNING state`,
  supersede: `
UPDATE ballot SET state = 'superseded'
WHERE :token IS NOT NULL AND round = :round AND token = :token AND version < :version
  AND state IN ('counted', 'undrawn', 'invalid')
  AND EXISTS (SELECT 1 FROM ballot WHERE serial = :serial AND token = :token AND state NOT IN ('late', 'test'))`,
  recorded: `
SELECT body, round, instrument, "group", channel, visited_on AS visitedOn, state, salt, answers
FROM ballot WHERE serial = :serial`,
  refused: `
SELECT
  EXISTS (SELECT 1 FROM revocation WHERE credential = :credential) AS revoked,
  EXISTS (SELECT 1 FROM gate WHERE round = :round AND :visitedOn BETWEEN "from" AND "to") AS open,
  EXISTS (SELECT 1 FROM ballot WHERE round = :round AND visit = :visit) AS visited,
  (SELECT max(version) FROM ballot WHERE round = :round AND token = :token) AS newest`,
} as const;
