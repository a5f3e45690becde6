-- What VCCI published for a plan's year and province, and where staff read it. Nothing here is
-- about a firm.
CREATE TABLE official_score (
  year INTEGER NOT NULL,
  province TEXT NOT NULL,
  sub_index TEXT NOT NULL,
  score REAL NOT NULL,
  source TEXT NOT NULL,
  PRIMARY KEY (year, province, sub_index)
) STRICT, WITHOUT ROWID;

-- The snapshot whose forecasts are held against the official scores: the newest that a wave had when
-- the first of them was entered. A day would not do: snapshots of that day may be older or younger.
CREATE TABLE frozen_forecast (
  wave TEXT NOT NULL PRIMARY KEY REFERENCES wave (id),
  snapshot INTEGER NOT NULL,
  frozen_on TEXT NOT NULL,
  FOREIGN KEY (wave, snapshot) REFERENCES snapshot (wave, number)
) STRICT, WITHOUT ROWID;
