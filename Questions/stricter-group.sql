-- 同一考核要点上哪个督查组更严 · Which group was stricter on the same leaf
-- :assessment · 考核年度，缺省为最近一年 · the assessment; the newest where none is given
WITH asked AS (SELECT coalesce(nullif(:assessment, ''), assessment) AS assessment FROM newest_assessment)
SELECT
  g.leaf, g.title, g.points, g.group_name AS inspection_group, g.visits, g.mean_score, g.city_mean_score, g.difference,
  round(max(g.mean_score) OVER leaf - min(g.mean_score) OVER leaf, 6) AS spread
FROM group_severity AS g JOIN asked USING (assessment)
WHERE (SELECT count(*) FROM group_severity AS o WHERE o.assessment = g.assessment AND o.leaf = g.leaf) > 1
WINDOW leaf AS (PARTITION BY g.leaf)
ORDER BY spread DESC, g.leaf, g.mean_score;
