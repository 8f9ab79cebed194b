"""News outlets on loopback that behave as the real ones do: listings, robots rules, mirrors, troubles and traps."""

from tests.outlet_world.articles import Article, plain_text
from tests.outlet_world.five_outlets import ShapedArticle, shaped_articles
from tests.outlet_world.server import World
from tests.outlet_world.wire import Request

__all__ = ["Article", "Request", "ShapedArticle", "World", "plain_text", "shaped_articles"]
