package io.github.boxoffice.redis;

import io.github.boxoffice.contract.house.HouseStyleContract;
import io.github.boxoffice.contract.house.LayoutContract;

class HouseRulesTest implements LayoutContract, HouseStyleContract {}
