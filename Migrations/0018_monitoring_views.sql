-- Monitoring views: what an analyst asks beside the ranking. How far are a park's parties, enterprises and employees
-- reached; how do numbers, pay, skills and disputes of the workers move; what is known of an enterprise, of a park; which
-- problems and tasks are late; what did people answer; how far did the publicity reach.
--
-- One row for each fact, also where what it refers to is missing. A rate is a plain quotient of two columns beside it: a
-- share from 0 to 1, NULL where there is nothing to divide by. Enterprises and parks belong to the district that the
-- roster names today. `subject` is `district:CODE`, `enterprise:CODE` or `park:CODE` in all views. *Overdue* is what was
-- due before today, and today is the date of the computer that asks, at its local time: the same question gives another
-- answer tomorrow.

-- Figures as numbers: `metric` with its value turned into a decimal, as far as it is a number as imports take it: 1041,
-- -3.5, 85% (0.85), 45/60 (0.75) · 数据指标(数值). Whatever else another program wrote, e.g. full-width digits or 1,041,
-- has no number; nor has a fraction of 0.
CREATE VIEW metric_number AS
SELECT
  m.subject AS subject,  -- whose figure, e.g. enterprise:E01 · 对象
  coalesce(d.name, e.name, p.name) AS subject_name,  -- its name · 对象名称
  substr(m.subject, 1, instr(m.subject, ':') - 1) AS scope,  -- district, enterprise or park · 对象类别
  coalesce(m.district, e.district, p.district) AS district,  -- the district, the subject's own or where it lies · 市(县)区
  h.name AS district_name,  -- its name · 市(县)区名称
  m.year AS year,  -- the year · 年度
  m.metric AS metric,  -- what is measured, e.g. employees · 指标名称
  m.value AS value,  -- the figure, exactly as written · 数值(原文)
  CASE m.form WHEN 'decimal' THEN CAST(m.value AS REAL) WHEN 'percentage' THEN CAST(m.value AS REAL) / 100 WHEN 'fraction' THEN CAST(m.value AS REAL) / CAST(substr(m.value, instr(m.value, '/') + 1) AS REAL) END AS number,  -- the same as a decimal; NULL where it is no number (in `unit`) · 数值
  m.unit AS unit  -- its unit, as written · 单位
FROM (
  SELECT
    subject, district, enterprise, park, year, metric, value, unit,
    CASE
      WHEN digits GLOB '[0-9]*' AND digits GLOB '*[0-9]' AND digits NOT GLOB '*[^0-9.]*' AND digits NOT GLOB '*.*.*'
        THEN 'decimal'
      WHEN digits GLOB '[0-9]*' AND digits GLOB '*[0-9]%' AND digits NOT GLOB '*[^0-9.%]*' AND digits NOT GLOB '*.*.*'
        AND digits NOT GLOB '*%?*'
        THEN 'percentage'
      WHEN digits GLOB '[0-9]*/*[0-9]' AND digits NOT GLOB '*[^0-9/]*' AND digits NOT GLOB '*/*/*'
        THEN 'fraction'
    END AS form
  FROM (SELECT *, substr(value, 1 + (value GLOB '[-+]*')) AS digits FROM metric)
) AS m
LEFT JOIN district AS d ON d.code = m.district
LEFT JOIN pilot_enterprise AS e ON e.code = m.enterprise
LEFT JOIN industrial_park AS p ON p.code = m.park
LEFT JOIN district AS h ON h.code = coalesce(m.district, e.district, p.district);

-- The four quantities, by subject and year, from the metrics of that year and of the year before: stock (存量), increment
-- of pay (增量), quality of skills (质量), variables of labour relations (变量) · 四个量. High-skilled workers are a share of
-- the skilled ones, not of all employees. A figure that is missing or no number is NULL, and so is every rate of it. So
-- are a share of figures in different units, and a figure of last year in another unit than this year's.
CREATE VIEW worker_quantities AS
SELECT
  q.subject AS subject,  -- whose figures, e.g. enterprise:E01 · 对象
  q.subject_name AS subject_name,  -- its name · 对象名称
  q.scope AS scope,  -- district, enterprise or park · 对象类别
  q.district AS district,  -- the district, the subject's own or where it lies · 市(县)区
  q.district_name AS district_name,  -- its name · 市(县)区名称
  q.year AS year,  -- the year · 年度
  q.employees AS employees,  -- employees (number, in `people_unit`) · 从业人员(存量)
  q.employees_last_year AS employees_last_year,  -- in the year before (number, in `people_unit`) · 上年从业人员
  q.average_wage AS average_wage,  -- average wage (in `wage_unit`) · 人均工资(增量)
  q.average_wage_last_year AS average_wage_last_year,  -- in the year before (in `wage_unit`) · 上年人均工资
  (q.average_wage - q.average_wage_last_year) / q.average_wage_last_year AS wage_growth,  -- (this year − last year) ÷ last year (share) · 人均工资增幅
  q.skilled_workers AS skilled_workers,  -- skilled workers (number, in `people_unit`) · 技能人才(质量)
  q.high_skilled_workers AS high_skilled_workers,  -- of these, 高级工 and above (number, in `people_unit`) · 高技能人才
  CASE WHEN q.people_units <= 1 THEN q.skilled_workers / q.employees END AS skilled_share,  -- skilled workers ÷ employees (share) · 技能人才占比
  CASE WHEN q.people_units_last_year <= 1 THEN q.skilled_workers_last_year / q.employees_in_last_year END AS skilled_share_last_year,  -- in the year before (share) · 上年技能人才占比
  CASE WHEN q.people_units <= 1 THEN q.high_skilled_workers / q.skilled_workers END AS high_skilled_share,  -- high-skilled ÷ skilled workers (share) · 高技能人才占比
  CASE WHEN q.people_units_last_year <= 1 THEN q.high_skilled_workers_last_year / q.skilled_workers_last_year END AS high_skilled_share_last_year,  -- in the year before (share) · 上年高技能人才占比
  q.union_members AS union_members,  -- union members (number, in `people_unit`) · 工会会员
  CASE WHEN q.people_units <= 1 THEN q.union_members / q.employees END AS union_rate,  -- members ÷ employees (share) · 入会率
  q.disputes AS disputes,  -- labour disputes (number) · 劳动争议(变量)
  q.disputes_last_year AS disputes_last_year,  -- in the year before (number) · 上年劳动争议
  q.disputes_settled AS disputes_settled,  -- disputes that were settled (number) · 已化解的争议
  q.people_unit AS people_unit,  -- unit of employees, workers and members, as written; `,` between several, which have no shares · 人数单位
  q.wage_unit AS wage_unit  -- unit of the wage, as written · 工资单位
FROM (
  SELECT
    g.*,
    iif(g.people_unit <> max(g.people_unit) OVER before, NULL, max(g.employees) OVER before) AS employees_last_year,
    iif(g.wage_unit <> max(g.wage_unit) OVER before, NULL, max(g.average_wage) OVER before) AS average_wage_last_year,
    max(g.people_units) OVER before AS people_units_last_year,
    max(g.employees) OVER before AS employees_in_last_year,
    max(g.skilled_workers) OVER before AS skilled_workers_last_year,
    max(g.high_skilled_workers) OVER before AS high_skilled_workers_last_year,
    max(g.disputes) OVER before AS disputes_last_year
  FROM (
    SELECT
      subject, subject_name, scope, district, district_name, year,
      max(number) FILTER (WHERE metric = 'employees') AS employees,
      max(number) FILTER (WHERE metric = 'average_wage') AS average_wage,
      max(number) FILTER (WHERE metric = 'skilled_workers') AS skilled_workers,
      max(number) FILTER (WHERE metric = 'high_skilled_workers') AS high_skilled_workers,
      max(number) FILTER (WHERE metric = 'union_members') AS union_members,
      max(number) FILTER (WHERE metric = 'disputes') AS disputes,
      max(number) FILTER (WHERE metric = 'disputes_settled') AS disputes_settled,
      group_concat(DISTINCT iif(
        metric IN ('employees', 'skilled_workers', 'high_skilled_workers', 'union_members'), unit, NULL)) AS people_unit,
      count(DISTINCT iif(
        metric IN ('employees', 'skilled_workers', 'high_skilled_workers', 'union_members'), unit, NULL)) AS people_units,
      max(unit) FILTER (WHERE metric = 'average_wage') AS wage_unit
    FROM metric_number
    GROUP BY subject, year
  ) AS g
  -- The one row of the year before, if there is one.
  WINDOW before AS (PARTITION BY g.subject ORDER BY g.year RANGE BETWEEN 1 PRECEDING AND 1 PRECEDING)
) AS q;

-- How far a park's parties, enterprises and employees are reached, by park and year, beside the year before · 三个所有.
CREATE VIEW park_coverage AS
SELECT
  c.park AS park,  -- code of the park · 园区
  p.name AS park_name,  -- its name · 园区名称
  p.district AS district,  -- where it lies · 市(县)区
  d.name AS district_name,  -- its name · 市(县)区名称
  p.programme AS programme,  -- the list that names the park · 认定系列
  c.year AS year,  -- the year · 年度
  c.parties AS parties,  -- relevant parties (number) · 相关主体数
  c.parties_coordinating AS parties_coordinating,  -- of these, that coordinate (number) · 协同主体数
  c.enterprises AS enterprises,  -- enterprises, pilots or not (number) · 企业数
  c.enterprises_participating AS enterprises_participating,  -- of these, that take part (number) · 参与企业数
  c.employees AS employees,  -- employees (number) · 职工数
  c.employees_benefiting AS employees_benefiting,  -- of these, that benefit (number) · 受益职工数
  1.0 * c.parties_coordinating / c.parties AS coordination_rate,  -- coordinating ÷ all parties (share) · 主体协同率
  1.0 * c.enterprises_participating / c.enterprises AS participation_rate,  -- taking part ÷ all enterprises (share) · 企业参与率
  1.0 * c.employees_benefiting / c.employees AS benefit_rate,  -- benefiting ÷ all employees (share) · 职工受益率
  1.0 * l.parties_coordinating / l.parties AS coordination_rate_last_year,  -- in the year before (share) · 上年主体协同率
  1.0 * l.enterprises_participating / l.enterprises AS participation_rate_last_year,  -- in the year before (share) · 上年企业参与率
  1.0 * l.employees_benefiting / l.employees AS benefit_rate_last_year  -- in the year before (share) · 上年职工受益率
FROM coverage AS c
LEFT JOIN coverage AS l ON l.park = c.park AND l.year = c.year - 1
LEFT JOIN industrial_park AS p ON p.code = c.park
LEFT JOIN district AS d ON d.code = p.district;

-- What visits found, and how far problems are put right: `kaohe finding list` shows the same · 问题、亮点、创新与整改情况. Only a
-- problem can be open, and so overdue.
CREATE VIEW finding_status AS
SELECT
  f.code AS code,  -- code of the finding · 代码
  v.assessment AS assessment,  -- the assessment · 考核年度
  f.visit AS visit,  -- the visit that found it · 督查
  v.date AS date,  -- day of the visit (date) · 督查日期
  coalesce(v.district, e.district, p.district) AS district,  -- the district that it counts for · 市(县)区
  h.name AS district_name,  -- its name · 市(县)区名称
  v.subject AS subject,  -- where it was found, e.g. park:PK01 · 督查对象
  coalesce(d.name, e.name, p.name) AS subject_name,  -- its name · 对象名称
  v.scope AS scope,  -- district, enterprise or park · 对象类别
  f.indicator AS indicator,  -- the leaf or section that it belongs to, if any · 指标
  i.title AS indicator_title,  -- its title · 指标名称
  f.kind AS kind,  -- problem, highlight, innovation · 类别
  f.text AS text,  -- what was found · 内容
  f.requirement AS requirement,  -- what has to be done · 整改要求
  f.responsible AS responsible,  -- who has to do it · 责任单位
  f.due AS due,  -- by when (date) · 整改期限
  iif(f.kind = 'problem', f.status, NULL) AS status,  -- of a problem: open, rectified (整改), verified (销号); else NULL · 状态
  f.closed AS closed,  -- when it was closed (date) · 办结日期
  f.due IS NOT NULL AND f.kind = 'problem' AND f.status = 'open' AND f.due < date('now', 'localtime') AS overdue,  -- 1: a problem that is open although it was due before today · 是否逾期
  CASE WHEN f.kind = 'problem' AND f.status = 'open' AND f.due < date('now', 'localtime') THEN CAST(julianday(date('now', 'localtime')) - julianday(f.due) AS INTEGER) END AS days_overdue  -- since when; NULL where it is not overdue (days) · 逾期天数
FROM finding AS f
LEFT JOIN visit AS v ON v.code = f.visit
LEFT JOIN assessment AS a ON a.code = v.assessment
LEFT JOIN district AS d ON d.code = v.district
LEFT JOIN pilot_enterprise AS e ON e.code = v.enterprise
LEFT JOIN industrial_park AS p ON p.code = v.park
LEFT JOIN district AS h ON h.code = coalesce(v.district, e.district, p.district)
LEFT JOIN indicator AS i ON i.rule_set = a.rule_set AND i.code = f.indicator;

-- Pilot enterprises in each assessment that their district takes part in: where they lie, what was visited and scored
-- there, what was found · 试点企业概况. The score is a plain sum over the leaves that were scored at the enterprise, each
-- rounded to millionths of a point; what becomes of it in the district's score is in `leaf_result`. A leaf that is pooled
-- over the sites has no score of a single one. Drafts and cancelled visits do not count, but what they found does. Park,
-- level and stage are today's, in every assessment.
CREATE VIEW enterprise_overview AS
SELECT
  t.assessment AS assessment,  -- the assessment · 考核年度
  a.year AS year,  -- its year, see assessment_year · 年度
  e.code AS enterprise,  -- code of the enterprise · 试点企业
  e.name AS name,  -- its name · 企业名称
  'enterprise:' || e.code AS subject,  -- the same as other views name it · 对象
  e.district AS district,  -- the district that it counts for · 市(县)区
  d.name AS district_name,  -- its name · 市(县)区名称
  e.park AS park,  -- the park that it lies in, if any · 所在园区
  p.name AS park_name,  -- its name · 所在园区名称
  g.park IS NOT NULL AS guidance_station,  -- 1: its park has a guidance station; 0 also without a park · 园区是否有产改指导站
  g.name AS station_name,  -- name of the station · 产改指导站
  e.level AS level,  -- who made it a pilot: 国家级, 省级, 市级, 区级, 镇级 · 试点级别
  e.batch AS batch,  -- batch in which it was named · 批次
  e.industry AS industry,  -- industry · 行业
  e.stage AS stage,  -- candidate, pilot, exemplar; NULL where not recorded · 阶段
  (SELECT m.number FROM metric_number AS m WHERE m.subject = 'enterprise:' || e.code AND m.year = a.year AND m.metric = 'employees') AS employees,  -- employees in that year (number) · 从业人员
  coalesce(v.visits, 0) AS visits,  -- visits that count: submitted or confirmed (number) · 督查次数
  v.last AS last_visit,  -- day of the last of them (date) · 最近督查日期
  coalesce(s.leaves, 0) AS leaves_scored,  -- leaves that have a score there (number) · 已评考核要点数
  s.score_micro / 1e6 AS score,  -- what they scored together; NULL where there are none (points) · 得分
  s.points_micro / 1e6 AS points,  -- what they are worth together (points) · 分值
  1.0 * s.score_micro / s.points_micro AS share,  -- score ÷ points (share) · 得分率
  u.district IS NULL OR x.district IS NOT NULL AS stale,  -- 1: facts of the district changed since its scores were computed · 是否待重算
  coalesce(f.open, 0) AS open_findings,  -- problems that are not put right (number) · 未整改问题数
  coalesce(f.overdue, 0) AS overdue_findings,  -- of these, that were due before today (number) · 逾期问题数
  coalesce(f.highlights, 0) AS highlights,  -- highlights that were found (number) · 亮点数
  coalesce(f.innovations, 0) AS innovations,  -- innovations that were found (number) · 创新数
  (SELECT count(*) FROM evidence AS w WHERE w.subject = 'enterprise:' || e.code AND w.date BETWEEN a.year || '-01-01' AND a.year || '-12-31') AS evidence  -- pieces of evidence about it that bear a date of that year (number) · 台账件数
FROM participant AS t
JOIN pilot_enterprise AS e ON e.district = t.district
JOIN assessment_year AS a ON a.assessment = t.assessment
LEFT JOIN district AS d ON d.code = e.district
LEFT JOIN industrial_park AS p ON p.code = e.park
LEFT JOIN guidance_station AS g ON g.park = e.park
LEFT JOIN (
  SELECT assessment, enterprise, count(*) AS visits, max(date) AS last
  FROM visit
  WHERE enterprise IS NOT NULL AND status IN ('submitted', 'confirmed')
  GROUP BY assessment, enterprise
) AS v ON v.assessment = t.assessment AND v.enterprise = e.code
LEFT JOIN (
  SELECT
    s.assessment, s.subject, count(*) AS leaves, sum(s.score_micro) AS score_micro,
    sum(i.points_micro) AS points_micro
  FROM subject_score AS s
  JOIN assessment AS a ON a.code = s.assessment
  LEFT JOIN indicator AS i ON i.rule_set = a.rule_set AND i.code = s.indicator
  WHERE s.status = 'scored'
  GROUP BY s.assessment, s.subject
) AS s ON s.assessment = t.assessment AND s.subject = 'enterprise:' || e.code
LEFT JOIN (
  SELECT
    assessment, subject, sum(kind = 'problem' AND status = 'open') AS open, sum(overdue) AS overdue,
    sum(kind = 'highlight') AS highlights, sum(kind = 'innovation') AS innovations
  FROM finding_status
  GROUP BY assessment, subject
) AS f ON f.assessment = t.assessment AND f.subject = 'enterprise:' || e.code
LEFT JOIN district_result AS u ON u.assessment = t.assessment AND u.district = t.district
LEFT JOIN stale AS x ON x.assessment = t.assessment AND x.district = t.district
WHERE t.status = 'enrolled';

-- Featured industrial parks in each assessment that their district takes part in: what was visited and scored there, how
-- far everybody is reached, what was found · 园区概况. The score is a plain sum, as in `enterprise_overview`.
CREATE VIEW park_overview AS
SELECT
  t.assessment AS assessment,  -- the assessment · 考核年度
  a.year AS year,  -- its year, see assessment_year · 年度
  p.code AS park,  -- code of the park · 园区
  p.name AS name,  -- its name · 园区名称
  'park:' || p.code AS subject,  -- the same as other views name it · 对象
  p.district AS district,  -- where it lies · 市(县)区
  d.name AS district_name,  -- its name · 市(县)区名称
  p.theme AS theme,  -- its industry or theme · 产业主题
  p.programme AS programme,  -- the list that names it · 认定系列
  p.batch AS batch,  -- batch in which it was named · 批次
  g.park IS NOT NULL AS guidance_station,  -- 1: it has a guidance station · 是否有产改指导站
  g.name AS station_name,  -- name of the station · 产改指导站
  (SELECT count(*) FROM pilot_enterprise AS e WHERE e.park = p.code) AS pilot_enterprises,  -- pilot enterprises that lie in it (number) · 试点企业数
  coalesce(v.visits, 0) AS visits,  -- visits that count: submitted or confirmed (number) · 督查次数
  v.last AS last_visit,  -- day of the last of them (date) · 最近督查日期
  coalesce(s.leaves, 0) AS leaves_scored,  -- leaves that have a score there (number) · 已评考核要点数
  s.score_micro / 1e6 AS score,  -- what they scored together; NULL where there are none (points) · 得分
  s.points_micro / 1e6 AS points,  -- what they are worth together (points) · 分值
  1.0 * s.score_micro / s.points_micro AS share,  -- score ÷ points (share) · 得分率
  u.district IS NULL OR x.district IS NOT NULL AS stale,  -- 1: facts of the district changed since its scores were computed · 是否待重算
  c.coordination_rate AS coordination_rate,  -- coordinating ÷ all parties in that year (share) · 主体协同率
  c.participation_rate AS participation_rate,  -- enterprises that take part ÷ all in that year (share) · 企业参与率
  c.benefit_rate AS benefit_rate,  -- employees who benefit ÷ all in that year (share) · 职工受益率
  coalesce(f.open, 0) AS open_findings,  -- problems that are not put right (number) · 未整改问题数
  coalesce(f.overdue, 0) AS overdue_findings,  -- of these, that were due before today (number) · 逾期问题数
  coalesce(f.highlights, 0) AS highlights,  -- highlights that were found (number) · 亮点数
  coalesce(f.innovations, 0) AS innovations,  -- innovations that were found (number) · 创新数
  (SELECT count(*) FROM evidence AS w WHERE w.subject = 'park:' || p.code AND w.date BETWEEN a.year || '-01-01' AND a.year || '-12-31') AS evidence  -- pieces of evidence about it that bear a date of that year (number) · 台账件数
FROM participant AS t
JOIN industrial_park AS p ON p.district = t.district
JOIN assessment_year AS a ON a.assessment = t.assessment
LEFT JOIN district AS d ON d.code = p.district
LEFT JOIN guidance_station AS g ON g.park = p.code
LEFT JOIN park_coverage AS c ON c.park = p.code AND c.year = a.year
LEFT JOIN (
  SELECT assessment, park, count(*) AS visits, max(date) AS last
  FROM visit
  WHERE park IS NOT NULL AND status IN ('submitted', 'confirmed')
  GROUP BY assessment, park
) AS v ON v.assessment = t.assessment AND v.park = p.code
LEFT JOIN (
  SELECT
    s.assessment, s.subject, count(*) AS leaves, sum(s.score_micro) AS score_micro,
    sum(i.points_micro) AS points_micro
  FROM subject_score AS s
  JOIN assessment AS a ON a.code = s.assessment
  LEFT JOIN indicator AS i ON i.rule_set = a.rule_set AND i.code = s.indicator
  WHERE s.status = 'scored'
  GROUP BY s.assessment, s.subject
) AS s ON s.assessment = t.assessment AND s.subject = 'park:' || p.code
LEFT JOIN (
  SELECT
    assessment, subject, sum(kind = 'problem' AND status = 'open') AS open, sum(overdue) AS overdue,
    sum(kind = 'highlight') AS highlights, sum(kind = 'innovation') AS innovations
  FROM finding_status
  GROUP BY assessment, subject
) AS f ON f.assessment = t.assessment AND f.subject = 'park:' || p.code
LEFT JOIN district_result AS u ON u.assessment = t.assessment AND u.district = t.district
LEFT JOIN stale AS x ON x.assessment = t.assessment AND x.district = t.district
WHERE t.status = 'enrolled';

-- The year's key points and key projects, how far they have come, and which are late · 任务进度.
CREATE VIEW task_progress AS
SELECT
  t.code AS code,  -- code of the task · 代码
  t.assessment AS assessment,  -- the assessment · 考核年度
  t.title AS title,  -- title · 名称
  t.department AS department,  -- department in charge · 责任部门
  t.district AS district,  -- the district that it is for; NULL: the city · 市(县)区
  d.name AS district_name,  -- its name; NULL: the city · 市(县)区名称
  t.due AS due,  -- by when (date) · 期限
  t.progress_micro / 1e6 AS progress,  -- how much is done (share) · 进度
  t.status AS status,  -- as reported: planned, doing, done, late · 状态
  t.due IS NOT NULL AND t.status <> 'done' AND t.due < date('now', 'localtime') AS overdue,  -- 1: not done although it was due before today · 是否逾期
  CASE WHEN t.status <> 'done' AND t.due < date('now', 'localtime') THEN CAST(julianday(date('now', 'localtime')) - julianday(t.due) AS INTEGER) END AS days_overdue  -- since when; NULL where it is not overdue (days) · 逾期天数
FROM task AS t
LEFT JOIN district AS d ON d.code = t.district;

-- What people answered in surveys, with the share of each answer among all to the same question · 问卷结果.
CREATE VIEW survey_result AS
SELECT
  a.code AS code,  -- code of the survey · 问卷代码
  a.date AS date,  -- day of the survey (date) · 日期
  coalesce(a.district, e.district, p.district) AS district,  -- the district, the subject's own or where it lies · 市(县)区
  h.name AS district_name,  -- its name · 市(县)区名称
  a.subject AS subject,  -- where it was held, e.g. enterprise:E01 · 对象
  coalesce(d.name, e.name, p.name) AS subject_name,  -- its name · 对象名称
  substr(a.subject, 1, instr(a.subject, ':') - 1) AS scope,  -- district, enterprise or park · 对象类别
  a.question AS question,  -- the question · 题目
  a.answer AS answer,  -- the answer · 选项
  a.count AS count,  -- how many gave it (number) · 份数
  q.total AS total,  -- how many answered the question (number) · 该题总份数
  1.0 * a.count / q.total AS share  -- count ÷ total (share) · 占比
FROM survey_answer AS a
LEFT JOIN (
  SELECT code, question, sum(count) AS total
  FROM survey_answer
  GROUP BY code, question
) AS q ON q.code = a.code AND q.question = a.question
LEFT JOIN district AS d ON d.code = a.district
LEFT JOIN pilot_enterprise AS e ON e.code = a.enterprise
LEFT JOIN industrial_park AS p ON p.code = a.park
LEFT JOIN district AS h ON h.code = coalesce(a.district, e.district, p.district);

-- Publicity for the reform, and who reposted it · 宣传作品与转载.
CREATE VIEW publicity_reach AS
SELECT
  w.code AS code,  -- code of the work · 代码
  w.title AS title,  -- title · 名称
  w.form AS form,  -- form, e.g. 连环画, 歌曲, 情景剧, 专栏 · 形式
  coalesce(w.district, e.district, p.district) AS district,  -- the district, the subject's own or where it lies · 市(县)区
  h.name AS district_name,  -- its name · 市(县)区名称
  w.subject AS subject,  -- whose work it is, e.g. district:320206 · 对象
  coalesce(d.name, e.name, p.name) AS subject_name,  -- its name · 对象名称
  substr(w.subject, 1, instr(w.subject, ':') - 1) AS scope,  -- district, enterprise or park · 对象类别
  w.date AS date,  -- when it appeared (date) · 日期
  w.outlet AS outlet,  -- where it appeared · 发布平台
  (SELECT count(*) FROM publicity_repost AS r WHERE r.publicity = w.code) AS reposts,  -- outlets that reposted it (number) · 转载单位数
  (SELECT group_concat(r.outlet, ';') FROM (SELECT outlet FROM publicity_repost WHERE publicity = w.code ORDER BY outlet) AS r) AS reposted_by  -- these outlets, `;` between; NULL: nobody did · 转载单位
FROM publicity AS w
LEFT JOIN district AS d ON d.code = w.district
LEFT JOIN pilot_enterprise AS e ON e.code = w.enterprise
LEFT JOIN industrial_park AS p ON p.code = w.park
LEFT JOIN district AS h ON h.code = coalesce(w.district, e.district, p.district);
