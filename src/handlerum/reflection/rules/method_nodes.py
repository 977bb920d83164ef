"""Values out of YAML nodes, so that everything that is wrong can be told with its line. Pure.

Nothing is built from YAML itself: no references, no types of its own, no value under two names.
"""

import re
from collections.abc import Collection, Iterator
from enum import StrEnum
from typing import TypeVar

import yaml
from django.db.models import TextChoices
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from handlerum.reflection.rules.method import Text
from handlerum.reflection.rules.method_problem import Fault, Invalid, Problem
