"""The other records, mostly written by hand: adjustments, tasks, surveys, publicity."""

from .district_2022 import TABLE
from .places import CODE, DISTRICTS, NAME, inspected
from .site_scores import satisfaction
from .table import cells, hand_fraction

# entry | assessment | district | code | level | event | count | date | reason | evidence
ADJUSTMENTS = """
T21-01 | 2021 | JY | J1 | 省级 | 产改试点现场会 | 1 | 2021-10-20 | 省级现场会作经验交流 | TZ21-320281-02
T21-02 | 2021 | XW | J1 | 市级 | 红黄绿灯管理 | 1 | 2021-11-12 | 市级简报刊发 | TZ21-320214-02
T21-03 | 2021 | LX | J1 | 市级 | 红色工运讲堂 | 1 | 2021-12-02 | 全市推广 | TZ21-320213-03
T21-04 | 2021 | HS | J1 | 市级 | 技能政策漫画 | 1 | 2021-12-08 | 市级简报刊发 |
T22-01 | 2022 | HS | J1 | 省级 | 《王大刚考证记》 | 1 | 2022-06-08 | 连环画《王大刚考证记》由省总工会转发推广 | SJ22-02
T22-02 | 2022 | HS | J1 | 国家级 | 《王大刚考证记》 | 1 | 2022-07-20 | 连环画《王大刚考证记》由全国总工会转发推广，同一事项取最高 | SJ22-03
T22-03 | 2022 | HS | J2 | 省级 | 技能人才自主评价示范区 | 1 | 2022-10-11 | 列入省级示范名单 | SJ22-04
T22-04 | 2022 | HS | J3 | 全市推广 | 班组长考证假 | 1 | 2022-11-08 | 自报首创制度在全市推广，未附推广文件 |
T22-05 | 2022 | JY | J1 | 国家级 | 特钢工匠培育 | 1 | 2022-08-30 | 培育经验全国推广 | SJ22-05
T22-06 | 2022 | JY | J2 | 国家级 | 国家级试点企业 | 1 | 2022-04-28 | 澄远特种金属列为国家级试点 | SJ22-06
T22-07 | 2022 | JY | J2 | 省级 | 示范园区 | 1 | 2022-09-15 | 澄西园列为省级示范 | SJ22-07
T22-08 | 2022 | JY | J3 | 全市推广 | 首席工人薪酬制度 | 1 | 2022-07-05 | 首创制度在全市推广 | SJ22-08
T22-09 | 2022 | XS | J1 | 省级 | 产业链技能共享 | 1 | 2022-09-02 | 省级简报推广 | SJ22-09
T22-10 | 2022 | XS | J2 | 市级 | 电动车产业链示范 | 1 | 2022-10-20 | 市级示范试点 | SJ22-10
T22-11 | 2022 | YX | J2 | 省级 | 环保装备行业示范 | 1 | 2022-10-20 | 省级示范试点 | SJ22-11
T22-12 | 2022 | YX | J1 | 市级 | 陶都工匠学院 | 1 | 2022-06-17 | 市领导批示肯定 | SJ22-12
T22-13 | 2022 | XW | J1 | 省级 | 芯片技师双导师制 | 1 | 2022-08-18 | 省级推广 | SJ22-13
T22-14 | 2022 | XW | J2 | 国家级 | 国家级示范单位 | 1 | 2022-05-06 | 伯渎微电子列为国家级示范 | SJ22-14
T22-15 | 2022 | BH | J1 | 市级 | 传感器工法共享库 | 1 | 2022-09-27 | 市级简报推广 | SJ22-15
T22-16 | 2022 | LX | J3 | 全市推广 | 街区联合工会夜校 | 1 | 2022-11-02 | 首创制度在全市推广 | SJ22-16
T22-17 | 2022 | JK | J2 | 市级 | 楼宇技能超市 | 0 | 2022-11-20 | 名单公示后撤回申报 |
T22-21 | 2022 | JK | K4 | 每日 | 年终材料 | 3 | 2022-11-28 | 年终考核材料迟报三天 | SJ22-21
T22-22 | 2022 | JK | K2 | 每件 | 联络员补贴 | 1 | 2022-11-23 | 上年问题“联络员补贴没有落实”整改逾期 |
T22-23 | 2022 | BH | K2 | 每件 | 街道调解室场地 | 1 | 2022-11-16 | 上年问题“街道调解室没有固定场地”整改逾期 |
T22-24 | 2022 | LX | K4 | 每日 | 半年材料 | 1 | 2022-07-04 | 半年材料迟报一天 |
T22-25 | 2022 | XW | K3 | 每次 | 安全生产通报 | 1 | 2022-10-28 | 演示记录，情节虚构：因安全事故被通报批评 | SJ22-20
T22-31 | 2022 | XW | V3 | | 安全生产通报 | | 2022-10-28 | 演示记录，情节虚构：辖区一企业发生较大责任安全事故 | SJ22-20
"""

# What the city's own departments had to do: title | department | due | progress | status
CITY_TASKS = """
召开全市产改联席会议全体会议 | 市产改办 | 2022-03-31 | 100% | done
印发年度工作要点、责任分工和重点项目 | 市产改办 | 2022-03-31 | 100% | done
编制特色产业园区产改工作指引 | 市总工会 | 2022-04-30 | 100% | done
修订产改评价考核细则 | 市产改办 | 2022-05-31 | 100% | done
组织半年督查观摩 | 市产改办 | 2022-06-30 | 100% | done
新增技能等级证书三万本以上 | 市人社局 | 2022-12-31 | 100% | done
推行企业新型学徒制 | 市人社局 | 2022-12-31 | 92% | doing
能级工资集体协商百日行动 | 市总工会 | 2022-10-31 | 100% | done
命名一批市级职工创新工作室 | 市科技局 | 2022-11-30 | 100% | done
产业工人党员发展计划单列 | 市委组织部 | 2022-12-31 | 85% | doing
特色产业园区设备技术需求摸底 | 市工信局 | 2022-09-30 | 70% | late
遴选第三批试点园区 | 市总工会 | 2023-03-31 | 20% | planned
"""

# The six key projects of every district, which A2.1 counts: title, department, due.
KEY_PROJECTS = [
    ("特色产业园区产改指导站提质", "总工会", "2022-09-30"),
    ("技能等级自主评价扩面", "人社局", "2022-11-30"),
    ("能级工资集体协商", "总工会", "2022-10-31"),
    ("劳模工匠创新工作室联盟", "科技局", "2022-10-31"),
    ("产改数字化台账平台", "产改办", "2022-09-30"),
    ("职工服务综合体", "总工会", "2022-10-31"),
]

# Which of them were not done in time, and how far they were.
NOT_DONE = {("JY", 5): "90%", ("LX", 5): "80%", ("JK", 2): "60%"}

# The survey on working clothes, 1041 questionnaires: counts per question.
CLOTHES = {
    "面料舒适度": {"满意": 402, "基本满意": 371, "不满意": 246, "不了解": 22},
    "尺码合身": {"满意": 388, "基本满意": 402, "不满意": 233, "不了解": 18},
    "防护与反光": {"满意": 516, "基本满意": 344, "不满意": 142, "不了解": 39},
    "最希望改进的一项": {"换透气面料": 447, "增加尺码": 269, "加装反光条": 168, "多配一套换洗": 157},
}

# subject | title | form | date | outlet | reposted by
PUBLICITY = """
district:320206 | 《王大刚考证记》 | 连环画 | 2022-05-12 | 惠山区总工会 | 江苏省总工会;中华全国总工会
district:320206 | 王大刚涨薪记 | 情景剧 | 2022-09-16 | 惠山区总工会 |
district:320206 | 手艺人的歌 | 歌曲 | 2022-04-29 | 惠山区总工会 | 无锡市总工会
district:320281 | 周庄镇农民工法治宣传周 | 专栏 | 2022-11-11 | 周庄镇总工会 | 江阴市总工会
district:320281 | 炉前十二时辰 | 短视频 | 2022-07-08 | 江阴市总工会 | 无锡市总工会
district:320205 | 东港镇节后复工安全第一课 | 短视频 | 2022-02-10 | 东港镇总工会 | 锡山区总工会
district:320205 | 一辆电动车的一百双手 | 专栏 | 2022-08-19 | 锡山区总工会 |
district:320282 | 陶都工匠学院开课了 | 短视频 | 2022-06-20 | 宜兴市总工会 | 无锡市总工会
district:320213 | 运河边的工运故事 | 专栏 | 2022-05-01 | 梁溪区总工会 |
district:320211 | 口袋里的工法 | 海报 | 2022-10-14 | 滨湖区总工会 |
district:320214 | 芯片师傅的双语课 | 短视频 | 2022-09-05 | 新吴区总工会 | 无锡市总工会
enterprise:E25 | 一件工装改了五处 | 专栏 | 2022-06-24 | 企业工会 | 惠山区总工会
enterprise:E01 | 天车工的年薪 | 短视频 | 2022-03-18 | 企业工会 | 江阴市总工会
park:PK05 | 同训同赛一条链 | 海报 | 2022-10-08 | 锡东园产改指导站 |
district:wxjkq | 楼宇技能超市使用手册 | 海报 | 2022-09-30 | 经开区总工会 |
district:320206 | 漫画说技能政策 | 漫画 | 2021-10-15 | 惠山区总工会 |
"""


def adjustment_rows():
    for row in cells(ADJUSTMENTS):
        yield *row[:2], CODE[row[2]], *row[3:]


def task_rows():
    for number, (title, department, due, progress, status) in enumerate(cells(CITY_TASKS), start=1):
        yield f"RW22-{number:02}", "2022", title, department, "", due, progress, status
    for key, code, *_ in DISTRICTS:
        done, due_projects = hand_fraction(TABLE, "A2.1", key)
        late = [index for district, index in NOT_DONE if district == key]
        assert due_projects == len(KEY_PROJECTS) and done == due_projects - len(late), key
        for index, (title, department, due) in enumerate(KEY_PROJECTS):
            progress = NOT_DONE.get((key, index), "100%")
            status = "late" if index in late else "done"
            yield f"RW22-{code}-{index + 1}", "2022", title, f"{NAME[key]}{department}", code, due, progress, status


def survey_rows():
    for question, answers in CLOTHES.items():
        for answer, count in answers.items():
            yield "GZ22-01", "enterprise:E25", "2022-05-18", question, answer, count
    for key, code, *_ in DISTRICTS:
        day = "2022-11-25"
        total = {}
        for enterprise in inspected():
            if enterprise[2] == key:
                for answer, count in satisfaction(enterprise).items():
                    total[answer] = total.get(answer, 0) + count
        for answer, count in total.items():
            yield f"MY22-{code}", f"district:{code}", day, "对本企业产改工作是否满意（受检企业合计）", answer, count


def publicity_rows():
    for number, row in enumerate(cells(PUBLICITY), start=1):
        yield f"XC-{number:02}", *row
