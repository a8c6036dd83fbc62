-- What the engine counted: more derived rows, as in 0005.

-- What an item that deducts or adds came to where its leaf was scored · 细项计分. It is what the item took or added after
-- its own max; the bounds of all items together, of the leaf, and what makes a leaf score nothing come after, so that
-- the items of a leaf may come to more than the leaf lost. An item that was not counted has no row.
CREATE TABLE item_score (
  assessment   TEXT NOT NULL,  -- the assessment · 考核年度
  district     TEXT NOT NULL,  -- the district that it counts for · 市(县)区
  indicator    TEXT NOT NULL,  -- the leaf · 考核要点
  subject      TEXT NOT NULL,  -- the subject, e.g. enterprise:E01; '' where the leaf is pooled over sites · 督查对象
  visit        TEXT NOT NULL,  -- the visit; '' where visits are summed before they are scored · 督查
  item         TEXT NOT NULL,  -- the item · 细项
  kind         TEXT NOT NULL CHECK (kind IN ('deduct', 'add')),  -- deduct, add · 类别
  count        INTEGER NOT NULL CHECK (count > 0),  -- how often it was found; at most 9223372036854775807 (number) · 次数
  points_exact TEXT NOT NULL,  -- what it took or added (points, exact, not negative) · 计入分值
  points_micro INTEGER NOT NULL CHECK (points_micro >= 0),  -- the same (millionths of a point) · 计入分值
  limited      INTEGER NOT NULL CHECK (limited IN (0, 1)),  -- 1: the item's own max bounds it · 是否达到细项上限
  PRIMARY KEY (assessment, district, indicator, subject, visit, item)
) STRICT, WITHOUT ROWID;

-- Results that were computed before have none: they are computed again.
INSERT INTO stale (assessment, district)
SELECT assessment, district FROM district_result WHERE true
ON CONFLICT DO NOTHING;
