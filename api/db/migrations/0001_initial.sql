-- No table here can tie a response to a firm, a moment or an order: response and free_text have
-- random keys, no rowid, no time, and nothing that refers to inbox, accepted or link.
-- Statements end with ; at a line's end, so no triggers.

CREATE TABLE definition (
  hash TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('edition', 'plan', 'questionnaire')),
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE wave (
  id TEXT NOT NULL PRIMARY KEY,
  title TEXT NOT NULL,
  plan_hash TEXT NOT NULL REFERENCES definition (hash),
  edition_hash TEXT NOT NULL REFERENCES definition (hash),
  questionnaire_hash TEXT NOT NULL REFERENCES definition (hash),
  state TEXT NOT NULL CHECK (state IN ('draft', 'open', 'closed')),
  opened_on TEXT,
  closed_at TEXT,
  scale_link TEXT NOT NULL DEFAULT 'none' CHECK (scale_link IN ('none', 'edition')),
  demo INTEGER NOT NULL DEFAULT 0 CHECK (demo IN (0, 1))
) STRICT, WITHOUT ROWID;

-- Versions of a questionnaire that were ever open in a wave: a draft begun under one is still taken.
CREATE TABLE wave_questionnaire (
  wave TEXT NOT NULL REFERENCES wave (id),
  questionnaire_hash TEXT NOT NULL REFERENCES definition (hash),
  PRIMARY KEY (wave, questionnaire_hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE link (
  code TEXT NOT NULL PRIMARY KEY,
  wave TEXT NOT NULL REFERENCES wave (id),
  channel TEXT NOT NULL CHECK (channel IN ('open', 'slip', 'invitation', 'interviewer')),
  label TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Submissions until their release: tag is SHA-256 of 'inbox' and the browser's key, which is not
-- stored. Neither a receipt nor a tag in accepted leads to it.
CREATE TABLE inbox (
  tag TEXT NOT NULL PRIMARY KEY,
  wave TEXT NOT NULL REFERENCES wave (id),
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What was taken, so that a late retry is recognised: tag is SHA-256 of the receipt, so a receipt
-- proves that a submission was received and nothing else. body_digest is keyed by the browser's
-- key: without it, nobody can match a digest to a response.
CREATE TABLE accepted (
  tag TEXT NOT NULL PRIMARY KEY,
  wave TEXT NOT NULL REFERENCES wave (id),
  body_digest TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE release (
  wave TEXT NOT NULL REFERENCES wave (id),
  number INTEGER NOT NULL,
  day TEXT NOT NULL,
  size INTEGER NOT NULL CHECK (size >= 10),
  PRIMARY KEY (wave, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE response (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 32),
  wave TEXT NOT NULL REFERENCES wave (id),
  release INTEGER NOT NULL,
  questionnaire_hash TEXT NOT NULL,
  channel TEXT NOT NULL,
  answers TEXT NOT NULL,
  FOREIGN KEY (wave, release) REFERENCES release (wave, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE free_text (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 32),
  wave TEXT NOT NULL REFERENCES wave (id),
  release INTEGER NOT NULL,
  item TEXT NOT NULL,
  text TEXT NOT NULL,
  FOREIGN KEY (wave, release) REFERENCES release (wave, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE snapshot (
  wave TEXT NOT NULL REFERENCES wave (id),
  number INTEGER NOT NULL,
  release INTEGER NOT NULL,
  day TEXT NOT NULL,
  digests TEXT NOT NULL,
  estimation TEXT NOT NULL,
  PRIMARY KEY (wave, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE margin (
  wave TEXT NOT NULL REFERENCES wave (id),
  item TEXT NOT NULL,
  option TEXT NOT NULL,
  count REAL NOT NULL CHECK (count >= 0),
  PRIMARY KEY (wave, item, option)
) STRICT, WITHOUT ROWID;

CREATE TABLE hard_value (
  wave TEXT NOT NULL REFERENCES wave (id),
  indicator TEXT NOT NULL,
  value REAL NOT NULL,
  source TEXT NOT NULL,
  PRIMARY KEY (wave, indicator)
) STRICT, WITHOUT ROWID;

CREATE TABLE staff (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  enrolled_on TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE enrolment (
  token_hash TEXT NOT NULL PRIMARY KEY,
  expires_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
  id_hash TEXT NOT NULL PRIMARY KEY,
  staff TEXT NOT NULL REFERENCES staff (id),
  expires_at TEXT NOT NULL,
  idle_after TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX response_by_wave ON response (wave);
CREATE INDEX inbox_by_wave ON inbox (wave);
CREATE INDEX free_text_by_wave ON free_text (wave);
CREATE INDEX accepted_by_wave ON accepted (wave);
CREATE INDEX link_by_wave ON link (wave);
