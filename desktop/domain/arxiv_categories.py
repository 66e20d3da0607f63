"""The categories of arXiv with their names: https://arxiv.org/category_taxonomy"""

from dataclasses import dataclass

_NAMES = """
cs|Computer science|计算机科学
cs.AI|Artificial intelligence|人工智能
cs.AR|Hardware architecture|硬件体系结构
cs.CC|Computational complexity|计算复杂性
cs.CE|Computational engineering, finance, and science|计算工程、金融与科学
cs.CG|Computational geometry|计算几何
cs.CL|Computation and language|计算与语言
cs.CR|Cryptography and security|密码学与安全
cs.CV|Computer vision and pattern recognition|计算机视觉与模式识别
cs.CY|Computers and society|计算机与社会
cs.DB|Databases|数据库
cs.DC|Distributed, parallel, and cluster computing|分布式、并行与集群计算
cs.DL|Digital libraries|数字图书馆
cs.DM|Discrete mathematics|离散数学
cs.DS|Data structures and algorithms|数据结构与算法
cs.ET|Emerging technologies|新兴技术
cs.FL|Formal languages and automata theory|形式语言与自动机理论
cs.GL|General literature|一般文献
cs.GR|Graphics|图形学
cs.GT|Computer science and game theory|计算机科学与博弈论
cs.HC|Human-computer interaction|人机交互
cs.IR|Information retrieval|信息检索
cs.IT|Information theory|信息论
cs.LG|Machine learning|机器学习
cs.LO|Logic in computer science|计算机科学中的逻辑
cs.MA|Multiagent systems|多智能体系统
cs.MM|Multimedia|多媒体
cs.MS|Mathematical software|数学软件
cs.NA|Numerical analysis (computing)|数值分析（计算机）
cs.NE|Neural and evolutionary computing|神经与进化计算
cs.NI|Networking and internet architecture|网络与互联网体系结构
cs.OH|Other computer science|其他计算机科学
cs.OS|Operating systems|操作系统
cs.PF|Performance|性能
cs.PL|Programming languages|编程语言
cs.RO|Robotics|机器人学
cs.SC|Symbolic computation|符号计算
cs.SD|Sound|声音
cs.SE|Software engineering|软件工程
cs.SI|Social and information networks|社会与信息网络
cs.SY|Systems and control (computing)|系统与控制（计算机）
econ|Economics|经济学
econ.EM|Econometrics|计量经济学
econ.GN|General economics|一般经济学
econ.TH|Theoretical economics|理论经济学
eess|Electrical engineering and systems science|电气工程与系统科学
eess.AS|Audio and speech processing|音频与语音处理
eess.IV|Image and video processing|图像与视频处理
eess.SP|Signal processing|信号处理
eess.SY|Systems and control|系统与控制
math|Mathematics|数学
math.AC|Commutative algebra|交换代数
math.AG|Algebraic geometry|代数几何
math.AP|Analysis of PDEs|偏微分方程分析
math.AT|Algebraic topology|代数拓扑
math.CA|Classical analysis and ODEs|经典分析与常微分方程
math.CO|Combinatorics|组合数学
math.CT|Category theory|范畴论
math.CV|Complex variables|复变函数
math.DG|Differential geometry|微分几何
math.DS|Dynamical systems|动力系统
math.FA|Functional analysis|泛函分析
math.GM|General mathematics|一般数学
math.GN|General topology|一般拓扑
math.GR|Group theory|群论
math.GT|Geometric topology|几何拓扑
math.HO|History and overview|数学史与综述
math.IT|Information theory (mathematics)|信息论（数学）
math.KT|K-theory and homology|K 理论与同调
math.LO|Logic|逻辑
math.MG|Metric geometry|度量几何
math.MP|Mathematical physics (mathematics)|数学物理（数学）
math.NA|Numerical analysis|数值分析
math.NT|Number theory|数论
math.OA|Operator algebras|算子代数
math.OC|Optimization and control|优化与控制
math.PR|Probability|概率论
math.QA|Quantum algebra|量子代数
math.RA|Rings and algebras|环与代数
math.RT|Representation theory|表示论
math.SG|Symplectic geometry|辛几何
math.SP|Spectral theory|谱理论
math.ST|Statistics theory (mathematics)|统计理论（数学）
astro-ph|Astrophysics|天体物理
astro-ph.CO|Cosmology and nongalactic astrophysics|宇宙学与河外天体物理
astro-ph.EP|Earth and planetary astrophysics|地球与行星天体物理
astro-ph.GA|Astrophysics of galaxies|星系天体物理
astro-ph.HE|High energy astrophysical phenomena|高能天体物理现象
astro-ph.IM|Instrumentation and methods for astrophysics|天体物理仪器与方法
astro-ph.SR|Solar and stellar astrophysics|太阳与恒星天体物理
cond-mat|Condensed matter|凝聚态物理
cond-mat.dis-nn|Disordered systems and neural networks|无序系统与神经网络
cond-mat.mes-hall|Mesoscale and nanoscale physics|介观与纳米物理
cond-mat.mtrl-sci|Materials science|材料科学
cond-mat.other|Other condensed matter|其他凝聚态物理
cond-mat.quant-gas|Quantum gases|量子气体
cond-mat.soft|Soft condensed matter|软凝聚态物质
cond-mat.stat-mech|Statistical mechanics|统计力学
cond-mat.str-el|Strongly correlated electrons|强关联电子
cond-mat.supr-con|Superconductivity|超导
gr-qc|General relativity and quantum cosmology|广义相对论与量子宇宙学
hep-ex|High energy physics: experiment|高能物理：实验
hep-lat|High energy physics: lattice|高能物理：格点
hep-ph|High energy physics: phenomenology|高能物理：唯象学
hep-th|High energy physics: theory|高能物理：理论
math-ph|Mathematical physics|数学物理
nlin|Nonlinear sciences|非线性科学
nlin.AO|Adaptation and self-organizing systems|适应与自组织系统
nlin.CD|Chaotic dynamics|混沌动力学
nlin.CG|Cellular automata and lattice gases|元胞自动机与格子气
nlin.PS|Pattern formation and solitons|斑图形成与孤子
nlin.SI|Exactly solvable and integrable systems|精确可解与可积系统
nucl-ex|Nuclear experiment|核物理实验
nucl-th|Nuclear theory|核物理理论
physics|Physics|物理学
physics.acc-ph|Accelerator physics|加速器物理
physics.ao-ph|Atmospheric and oceanic physics|大气与海洋物理
physics.app-ph|Applied physics|应用物理
physics.atm-clus|Atomic and molecular clusters|原子与分子团簇
physics.atom-ph|Atomic physics|原子物理
physics.bio-ph|Biological physics|生物物理
physics.chem-ph|Chemical physics|化学物理
physics.class-ph|Classical physics|经典物理
physics.comp-ph|Computational physics|计算物理
physics.data-an|Data analysis, statistics and probability|数据分析、统计与概率
physics.ed-ph|Physics education|物理教育
physics.flu-dyn|Fluid dynamics|流体力学
physics.gen-ph|General physics|普通物理
physics.geo-ph|Geophysics|地球物理
physics.hist-ph|History and philosophy of physics|物理学史与物理学哲学
physics.ins-det|Instrumentation and detectors|仪器与探测器
physics.med-ph|Medical physics|医学物理
physics.optics|Optics|光学
physics.plasm-ph|Plasma physics|等离子体物理
physics.pop-ph|Popular physics|大众物理
physics.soc-ph|Physics and society|物理与社会
physics.space-ph|Space physics|空间物理
q-bio|Quantitative biology|定量生物学
q-bio.BM|Biomolecules|生物分子
q-bio.CB|Cell behavior|细胞行为
q-bio.GN|Genomics|基因组学
q-bio.MN|Molecular networks|分子网络
q-bio.NC|Neurons and cognition|神经元与认知
q-bio.OT|Other quantitative biology|其他定量生物学
q-bio.PE|Populations and evolution|种群与进化
q-bio.QM|Quantitative methods|定量方法
q-bio.SC|Subcellular processes|亚细胞过程
q-bio.TO|Tissues and organs|组织与器官
q-fin|Quantitative finance|定量金融
q-fin.CP|Computational finance|计算金融
q-fin.EC|Economics (finance)|经济学（金融）
q-fin.GN|General finance|一般金融
q-fin.MF|Mathematical finance|数理金融
q-fin.PM|Portfolio management|投资组合管理
q-fin.PR|Pricing of securities|证券定价
q-fin.RM|Risk management|风险管理
q-fin.ST|Statistical finance|统计金融
q-fin.TR|Trading and market microstructure|交易与市场微观结构
quant-ph|Quantum physics|量子物理
stat|Statistics|统计学
stat.AP|Applications of statistics|统计应用
stat.CO|Statistical computation|统计计算
stat.ME|Methodology of statistics|统计方法论
stat.ML|Machine learning (statistics)|机器学习（统计）
stat.OT|Other statistics|其他统计学
stat.TH|Statistics theory|统计理论
"""
"""Code, English name, Chinese name; an archive stands before what belongs to it."""


@dataclass(frozen=True, slots=True)
class Category:
    """A category, or a whole archive such as cs."""

    code: str
    english: str
    chinese: str

    def name(self, language: str) -> str:
        """In Chinese for zh and its kinds, else in English."""
        return self.chinese if language.startswith("zh") else self.english


CATEGORIES = tuple(Category(*line.split("|")) for line in _NAMES.strip().splitlines())
ARCHIVES = tuple(
    archive.code for archive in CATEGORIES if any(each.code.startswith(f"{archive.code}.") for each in CATEGORIES)
)
"""Those that have categories below them."""


def category(code: str) -> Category | None:
    """The category of that code; None for one that is not known here."""
    return next((each for each in CATEGORIES if each.code == code), None)
