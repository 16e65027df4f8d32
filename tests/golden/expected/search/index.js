talentFlowSearch(-1,{"shards":[""],
"broad":[],
"texts":{"kinds":["Person","Organization","Team","Post","Cohort","Event","Figure","Page","Move","Source"],"one":"1 result","many":"{n} results","best":"The best {n} results. A longer search finds the others.","none":"Nothing was found for “{q}”.","short":"Write at least two letters."}});
