-- 哪些扣分在过半地区出现 · Which deductions recur in more than half of the districts
-- :assessment · 考核年度，缺省为最近一年 · the assessment; the newest where none is given
WITH asked AS (SELECT coalesce(nullif(:assessment, ''), assessment) AS assessment FROM newest_assessment)
SELECT
  leaf, title, item, item_title,
  count(DISTINCT district) AS districts,
  (SELECT count(*) FROM district_ranking JOIN asked USING (assessment)) AS of_districts,
  sum(count) AS count,
  round(sum(points), 6) AS points,
  group_concat(DISTINCT district_name) AS names
FROM deduction JOIN asked USING (assessment)
GROUP BY leaf, item
HAVING 2 * count(DISTINCT district) > (SELECT count(*) FROM district_ranking JOIN asked USING (assessment))
ORDER BY count(DISTINCT district) DESC, sum(points) DESC, leaf, item;
