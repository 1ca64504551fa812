import { interestStoreContract } from '../contracts/interestStore.contract.ts'
import { workListContract } from '../contracts/workList.contract.ts'
import { onEachEngine } from '../support/engines.ts'

onEachEngine('The interest store', interestStoreContract)
onEachEngine('The work list', workListContract)
