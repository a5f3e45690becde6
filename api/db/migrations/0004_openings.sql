-- About how often a link was opened. Of ten openings one, drawn by chance, adds ten: the figure
-- says how a poster does, and no change of it is one person's doing for certain, nor is no change
-- that nobody came. It counts openings and never submissions: beside the inbox a count of
-- submissions would say through which link each of them came.
ALTER TABLE link ADD COLUMN opened INTEGER NOT NULL DEFAULT 0 CHECK (opened >= 0);
