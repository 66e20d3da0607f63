"""What LaTeX commands, accents and raised or lowered characters are in Unicode, as far as titles of papers use them.

The names are those of LaTeX2e and amssymb; the characters those of Unicode's "Superscripts and Subscripts", "Phonetic
Extensions" and "Letterlike Symbols" blocks. Letters that most fonts lack (script and most double-struck capitals) are
left plain on purpose: an O is read, a box is not.
"""

ACCENTS = {
    "'": "\u0301",
    "`": "\u0300",
    '"': "\u0308",
    "^": "\u0302",
    "~": "\u0303",
    "=": "\u0304",
    ".": "\u0307",
    "c": "\u0327",
    "v": "\u030c",
    "u": "\u0306",
    "H": "\u030b",
    "k": "\u0328",
    "r": "\u030a",
    "d": "\u0323",
    "b": "\u0331",
    "tilde": "\u0303",
    "widetilde": "\u0303",
    "hat": "\u0302",
    "widehat": "\u0302",
    "bar": "\u0304",
    "overline": "\u0304",
    "dot": "\u0307",
    "ddot": "\u0308",
    "vec": "\u20d7",
    "check": "\u030c",
    "breve": "\u0306",
    "acute": "\u0301",
    "grave": "\u0300",
    "mathring": "\u030a",
}
"""Combining characters, to be set behind the letter they belong to."""

LETTERS = {
    "L": "Ł",
    "l": "ł",
    "O": "Ø",
    "o": "ø",
    "AE": "Æ",
    "ae": "æ",
    "OE": "Œ",
    "oe": "œ",
    "AA": "Å",
    "aa": "å",
    "ss": "ß",
    "i": "ı",
    "j": "ȷ",
    "DH": "Ð",
    "dh": "ð",
    "DJ": "Đ",
    "dj": "đ",
    "TH": "Þ",
    "th": "þ",
    "textbackslash": "\\",
}
"""Letters of words: a space behind such a command only ends its name."""

_GREEK = """
    alpha α  beta β  gamma γ  delta δ  epsilon ϵ  varepsilon ε  zeta ζ  eta η  theta θ  vartheta ϑ  iota ι  kappa κ
    lambda λ  mu μ  nu ν  xi ξ  pi π  varpi ϖ  rho ρ  varrho ϱ  sigma σ  varsigma ς  tau τ  upsilon υ  phi ϕ
    varphi φ  chi χ  psi ψ  omega ω  Gamma Γ  Delta Δ  Theta Θ  Lambda Λ  Xi Ξ  Pi Π  Sigma Σ  Upsilon Υ  Phi Φ
    Psi Ψ  Omega Ω
"""
_SIGNS = """
    ell ℓ  hbar ℏ  Re ℜ  Im ℑ  aleph ℵ  infty ∞  partial ∂  nabla ∇  exists ∃  nexists ∄  forall ∀  emptyset ∅
    varnothing ∅  in ∈  notin ∉  ni ∋  subset ⊂  supset ⊃  subseteq ⊆  supseteq ⊇  cup ∪  cap ∩  setminus ∖  wedge ∧
    land ∧  vee ∨  lor ∨  neg ¬  lnot ¬  top ⊤  bot ⊥  perp ⊥  times ×  div ÷  pm ±  mp ∓  cdot ·  ast *  star ⋆
    circ ∘  bullet •  oplus ⊕  ominus ⊖  otimes ⊗  odot ⊙  dagger †  ddagger ‡  le ≤  leq ≤  leqslant ⩽  ge ≥  geq ≥
    geqslant ⩾  ne ≠  neq ≠  ll ≪  gg ≫  lesssim ≲  gtrsim ≳  approx ≈  sim ∼  simeq ≃  cong ≅  equiv ≡  propto ∝
    mid ∣  parallel ∥  models ⊨  vdash ⊢  to →  rightarrow →  leftarrow ←  gets ←  leftrightarrow ↔  Rightarrow ⇒
    implies ⟹  Leftarrow ⇐  Leftrightarrow ⇔  iff ⟺  longrightarrow ⟶  mapsto ↦  uparrow ↑  downarrow ↓
    hookrightarrow ↪  rightleftharpoons ⇌  sum ∑  prod ∏  int ∫  oint ∮  sqcup ⊔  sqcap ⊓  prime ′  degree °
    ldots …  dots …  cdots ⋯  vdots ⋮  langle ⟨  rangle ⟩  lfloor ⌊  rfloor ⌋  lceil ⌈  rceil ⌉  lvert |  rvert |
    vert |  Vert ‖  square □  Box □  diamond ⋄  triangle △  blacksquare ■  bigstar ★  checkmark ✓  heartsuit ♡
    spadesuit ♠  flat ♭  sharp ♯  natural ♮  S §  P ¶  copyright ©  textcopyright ©  textregistered ®
    texttrademark ™  pounds £  euro €  texteuro €  textdegree °  textendash –  textemdash —  textquoteright ’
    textquoteleft ‘  textquotedblleft “  textquotedblright ”  guillemotleft «  guillemotright »  textasciitilde ~
    textasciicircum ^  textunderscore _  textbar |  textless <  textgreater >  lbrace {  rbrace }  backslash \\
    textmu µ  R ℝ  N ℕ  Z ℤ  LaTeX LaTeX  TeX TeX  log log  ln ln  exp exp  min min  max max  sup sup  inf inf
    lim lim  sin sin  cos cos  tan tan  tanh tanh  arg arg  argmin argmin  argmax argmax  det det  dim dim  ker ker
    gcd gcd  Pr Pr  mod mod  bmod mod  poly poly
"""


def _pairs(words: str) -> dict[str, str]:
    parts = words.split()
    return dict(zip(parts[::2], parts[1::2], strict=True))


SYMBOLS = _pairs(_GREEK) | _pairs(_SIGNS) | {"quad": "\u2003", "qquad": "\u2003"}
"""Signs and names of functions: a space behind such a command is kept, it separates words."""

_WRAPPERS = """
    textit textbf texttt textsf textsc textrm textup textsl textmd textnormal text emph underline mbox hbox
    ensuremath mathrm mathbf mathit mathsf mathtt mathcal mathscr mathfrak mathnormal boldsymbol bm pmb
    operatorname mathop mathbin mathrel
"""
WRAPPERS = frozenset(_WRAPPERS.split())
"""Commands that only choose a type face for the group behind them."""

_SWITCHES = """
    rm em bf it sc tt sf sl cal bfseries itshape scshape ttfamily sffamily rmfamily normalfont displaystyle
    textstyle scriptstyle left right big Big bigl bigr Bigl Bigr limits nolimits boldmath protect xspace
"""
SWITCHES = frozenset(_SWITCHES.split())
"""Commands that print nothing themselves."""

DOUBLE_STRUCK = dict(zip("CHNPQRZ", "ℂℍℕℙℚℝℤ", strict=True))

SPACES = {",": "\u2009", ":": "\u2009", ";": "\u2009", " ": " ", "!": "", "/": "", "-": "", "@": ""}
"""Control symbols that make or take room."""

ESCAPED = frozenset("&%$#_{}|")
"""Characters that stand for themselves behind a backslash."""

RAISED = dict(
    zip(
        "0123456789+-−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWαβγδεθιϕφχ",
        "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵅᵝᵞᵟᵋᶿᶥᶲᵠᵡ",
        strict=True,
    )
) | {"∘": "°", "°": "°", "′": "′", "*": "*", "⋆": "*", "†": "†", "‡": "‡", "™": "™", "®": "®", " ": " "}
LOWERED = dict(
    zip(
        "0123456789+-−=()aehijklmnoprstuvxβγρϕφχ",
        "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵩᵪ",
        strict=True,
    )
)
