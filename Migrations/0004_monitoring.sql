-- Monitoring: figures, coverage, tasks, surveys and publicity. They are shown beside the scores, and do not enter
-- them. Subjects are written as in 0003.

-- Figures of a subject in a year, e.g. employees, union_members, average_wage · 数据指标.
CREATE TABLE metric (
  district   TEXT REFERENCES district ON UPDATE CASCADE,  -- the subject, if a district · 市(县)区
  enterprise TEXT REFERENCES pilot_enterprise ON UPDATE CASCADE,  -- the subject, if an enterprise · 试点企业
  park       TEXT REFERENCES industrial_park ON UPDATE CASCADE,  -- the subject, if a park · 园区
  subject    TEXT AS (coalesce('district:' || district, 'enterprise:' || enterprise, 'park:' || park)),  -- whose figure · 对象
  year       INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2999),  -- the year · 年度
  metric     TEXT NOT NULL CHECK (metric <> ''),  -- what is measured, e.g. employees · 指标名称
  value      TEXT NOT NULL CHECK (value <> ''),  -- the figure, exactly as written · 数值
  unit       TEXT CHECK (unit <> ''),  -- its unit · 单位
  UNIQUE (subject, year, metric),
  CHECK ((district IS NOT NULL) + (enterprise IS NOT NULL) + (park IS NOT NULL) = 1)
) STRICT;

-- How far a park's parties, enterprises and employees are reached in a year · 三个所有.
CREATE TABLE coverage (
  park                      TEXT NOT NULL REFERENCES industrial_park ON UPDATE CASCADE,  -- the park · 园区
  year                      INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2999),  -- the year · 年度
  parties                   INTEGER NOT NULL CHECK (parties >= 0),  -- relevant parties (number) · 相关主体数
  parties_coordinating      INTEGER NOT NULL,  -- of these, that coordinate (number) · 协同主体数
  enterprises               INTEGER NOT NULL CHECK (enterprises >= 0),  -- enterprises (number) · 企业数
  enterprises_participating INTEGER NOT NULL,  -- of these, that take part (number) · 参与企业数
  employees                 INTEGER NOT NULL CHECK (employees >= 0),  -- employees (number) · 职工数
  employees_benefiting      INTEGER NOT NULL,  -- of these, that benefit (number) · 受益职工数
  PRIMARY KEY (park, year),
  CHECK (parties_coordinating BETWEEN 0 AND parties),
  CHECK (enterprises_participating BETWEEN 0 AND enterprises),
  CHECK (employees_benefiting BETWEEN 0 AND employees)
) STRICT, WITHOUT ROWID;

-- The year's key points and key projects · 工作要点、重点项目. A task without a district is the city's.
CREATE TABLE task (
  code           TEXT NOT NULL PRIMARY KEY CHECK (code <> ''),  -- code · 代码
  assessment     TEXT NOT NULL REFERENCES assessment ON UPDATE CASCADE,  -- the assessment · 考核年度
  title          TEXT NOT NULL CHECK (title <> ''),  -- title · 名称
  department     TEXT NOT NULL CHECK (department <> ''),  -- department in charge · 责任部门
  district       TEXT REFERENCES district ON UPDATE CASCADE,  -- the district that it is for; NULL: the city · 市(县)区
  due            TEXT CHECK (date(due, '+0 days') IS due),  -- by when · 期限
  progress_micro INTEGER NOT NULL CHECK (progress_micro BETWEEN 0 AND 1000000),  -- share done (millionths: 85% is 850000) · 进度
  status         TEXT NOT NULL CHECK (status IN ('planned', 'doing', 'done', 'late'))  -- planned, doing, done, late · 状态
) STRICT;

CREATE INDEX task_by_assessment ON task (assessment, district);

-- Answers to surveys, counted · 问卷统计. Every row of a survey repeats its code, subject and date.
CREATE TABLE survey_answer (
  code       TEXT NOT NULL CHECK (code <> ''),  -- code of the survey · 问卷代码
  district   TEXT REFERENCES district ON UPDATE CASCADE,  -- the subject, if a district · 市(县)区
  enterprise TEXT REFERENCES pilot_enterprise ON UPDATE CASCADE,  -- the subject, if an enterprise · 试点企业
  park       TEXT REFERENCES industrial_park ON UPDATE CASCADE,  -- the subject, if a park · 园区
  subject    TEXT AS (coalesce('district:' || district, 'enterprise:' || enterprise, 'park:' || park)),  -- where it was held · 对象
  date       TEXT NOT NULL CHECK (date(date, '+0 days') IS date),  -- day of the survey · 日期
  question   TEXT NOT NULL CHECK (question <> ''),  -- the question · 题目
  answer     TEXT NOT NULL CHECK (answer <> ''),  -- the answer · 选项
  count      INTEGER NOT NULL CHECK (count >= 0),  -- how many gave it (number) · 份数
  PRIMARY KEY (code, question, answer),
  CHECK ((district IS NOT NULL) + (enterprise IS NOT NULL) + (park IS NOT NULL) = 1)
) STRICT;

-- Picture stories, songs, columns and other publicity for the reform · 宣传作品.
CREATE TABLE publicity (
  code       TEXT NOT NULL PRIMARY KEY CHECK (code <> ''),  -- code · 代码
  district   TEXT REFERENCES district ON UPDATE CASCADE,  -- the subject, if a district · 市(县)区
  enterprise TEXT REFERENCES pilot_enterprise ON UPDATE CASCADE,  -- the subject, if an enterprise · 试点企业
  park       TEXT REFERENCES industrial_park ON UPDATE CASCADE,  -- the subject, if a park · 园区
  subject    TEXT AS (coalesce('district:' || district, 'enterprise:' || enterprise, 'park:' || park)),  -- whose work it is · 对象
  title      TEXT NOT NULL CHECK (title <> ''),  -- title · 名称
  form       TEXT NOT NULL CHECK (form <> ''),  -- form, e.g. 连环画, 歌曲, 情景剧, 专栏 · 形式
  date       TEXT NOT NULL CHECK (date(date, '+0 days') IS date),  -- when it appeared · 日期
  outlet     TEXT CHECK (outlet <> ''),  -- where it appeared · 发布平台
  CHECK ((district IS NOT NULL) + (enterprise IS NOT NULL) + (park IS NOT NULL) = 1)
) STRICT;

-- Who reposted it, each once · 转载.
CREATE TABLE publicity_repost (
  publicity TEXT NOT NULL REFERENCES publicity ON UPDATE CASCADE,  -- the work · 作品
  outlet    TEXT NOT NULL CHECK (outlet <> ''),  -- who reposted it, e.g. 全国总工会 · 转载单位
  PRIMARY KEY (publicity, outlet)
) STRICT, WITHOUT ROWID;
