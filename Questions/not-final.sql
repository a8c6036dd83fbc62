-- 排名还不能定稿的原因 · What keeps the ranking from being final
-- :assessment · 考核年度，缺省为最近一年 · the assessment; the newest where none is given
WITH asked AS (
  SELECT coalesce(CAST(nullif(:assessment, '') AS TEXT), (SELECT assessment FROM newest_assessment)) AS assessment
)
SELECT assessment, kind, district, district_name, subject, question_zh, question_en
FROM open_question JOIN asked USING (assessment)
ORDER BY kind, district, subject;
