"""Every deed with a page, in the order of the page of a case."""

from gandan.opinions.web.deeds.above import ABOVE
from gandan.opinions.web.deeds.answer import ANSWERS
from gandan.opinions.web.deeds.beside import BESIDE
from gandan.opinions.web.deeds.course import COURSE
from gandan.opinions.web.deeds.together import TOGETHER

DEEDS = (*COURSE, *ANSWERS, *ABOVE, *TOGETHER, *BESIDE)
BY_SLUG = {deed.slug: deed for deed in DEEDS}
