-- 哪些问题逾期未整改 · Which findings are overdue
-- :assessment · 考核年度，缺省为最近一年 · the assessment; the newest where none is given
WITH asked AS (SELECT coalesce(nullif(:assessment, ''), assessment) AS assessment FROM newest_assessment)
SELECT district_name AS district, subject_name AS subject, code, indicator, text, requirement, responsible, due, days_overdue
FROM finding_status JOIN asked USING (assessment)
WHERE overdue
ORDER BY days_overdue DESC, code;
