-- 哪些考核要点丢分最多 · Which leaves lost the most points
-- :assessment · 考核年度，缺省为最近一年 · the assessment; the newest where none is given
WITH asked AS (SELECT coalesce(nullif(:assessment, ''), assessment) AS assessment FROM newest_assessment)
SELECT
  leaf, title, section_title AS section, points,
  round(sum(lost), 6) AS lost,
  round(avg(lost), 6) AS mean_lost,
  sum(lost > 0) AS districts_that_lost,
  count(lost) AS districts
FROM leaf_score JOIN asked USING (assessment)
GROUP BY leaf
HAVING sum(lost) > 0
ORDER BY sum(lost) DESC, leaf;
