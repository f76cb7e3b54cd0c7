// Given, not to be changed: stands in for your network while what builds on it is judged alone.

import FrameworkReference

typealias CountingNetwork = FrameworkReference.CountingNetwork
