-- 哪些扣分在过半地区出现 · Which deductions recur in more than half of the districts
-- :assessment · 考核年度，缺省为最近一年 · the assessment; the newest where none is given
WITH asked AS (
  SELECT coalesce(CAST(nullif(:assessment, '') AS TEXT), (SELECT assessment FROM newest_assessment)) AS assessment
),
counted AS (
  SELECT
    assessment, leaf, title, item, item_title, count(DISTINCT district) AS districts, sum(count) AS count,
    round(sum(points), 6) AS points, max(stale) AS stale
  FROM deduction JOIN asked USING (assessment)
  GROUP BY assessment, leaf, item
)
SELECT
  c.assessment, c.leaf, c.title, c.item, c.item_title, c.districts,
  (SELECT count(total) FROM district_ranking AS r WHERE r.assessment = c.assessment) AS of_districts,
  c.count, c.points,
  (
    SELECT group_concat(district_name, '、')
    FROM (
      SELECT DISTINCT d.district, d.district_name
      FROM deduction AS d
      WHERE d.assessment = c.assessment AND d.leaf = c.leaf AND d.item = c.item
      ORDER BY d.district)
  ) AS district_names,
  c.stale
FROM counted AS c
WHERE 2 * c.districts > (SELECT count(total) FROM district_ranking AS r WHERE r.assessment = c.assessment)
ORDER BY c.districts DESC, c.points DESC, c.leaf, c.item;
