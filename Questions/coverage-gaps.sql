-- 哪些园区离“三个所有”最远 · Which parks are furthest from reaching all parties, enterprises and employees
-- :year · 年度，缺省为最近一年 · the year; the newest where none is given
SELECT
  district_name AS district, park, park_name, coordination_rate, participation_rate, benefit_rate,
  employees - employees_benefiting AS employees_not_reached,
  round(benefit_rate - benefit_rate_last_year, 6) AS benefit_change
FROM park_coverage
WHERE year = coalesce(CAST(nullif(:year, '') AS INTEGER), (SELECT max(year) FROM park_coverage))
ORDER BY min(coordination_rate, participation_rate, benefit_rate), park;
