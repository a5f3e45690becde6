-- What leads a wave's scores onto the scale of its targets beside the edition: a profile, a baseline
-- wave or past pairs, as one JSON document. Nothing in it is about a firm.
CREATE TABLE scale_file (
  wave TEXT NOT NULL PRIMARY KEY REFERENCES wave (id),
  document TEXT NOT NULL
) STRICT, WITHOUT ROWID;
