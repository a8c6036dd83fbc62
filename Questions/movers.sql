-- 与上年相比谁升谁降 · Who moved up and down since the year before
-- :assessment · 考核年度，缺省为最近一年 · the assessment; the newest where none is given
WITH asked AS (
  SELECT coalesce(CAST(nullif(:assessment, '') AS TEXT), (SELECT assessment FROM newest_assessment)) AS assessment
)
SELECT
  assessment, rank, district, name AS district_name, category, total, grade, previous, previous_rank,
  previous_total, previous_grade, rank_change, change, stale
FROM year_over_year JOIN asked USING (assessment)
ORDER BY rank IS NULL, rank, category, district;
