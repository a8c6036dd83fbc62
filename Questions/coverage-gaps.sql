-- 哪些园区离“三个所有”最远 · Which parks are furthest from reaching all parties, enterprises and employees
-- :year · 年度，缺省为最近一年 · the year; the newest where none is given
-- 按三个比率中最低的排列；没有的比率不计，全没有的园区在最后。
-- Ordered by the lowest of the three rates; a rate that is unknown is passed over, parks without any come last.
SELECT
  year, district, district_name, park, park_name, coordination_rate, participation_rate, benefit_rate,
  employees - employees_benefiting AS employees_not_reached,
  round(benefit_rate - benefit_rate_last_year, 6) AS benefit_change
FROM park_coverage
WHERE year = coalesce(CAST(nullif(:year, '') AS INTEGER), (SELECT max(year) FROM park_coverage))
ORDER BY min(coalesce(coordination_rate, 2), coalesce(participation_rate, 2), coalesce(benefit_rate, 2)), park;
