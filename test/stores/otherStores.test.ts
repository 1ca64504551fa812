import { auditLogContract } from '../contracts/auditLog.contract.ts'
import { conversationReferenceStoreContract, draftStoreContract } from '../contracts/personal.contract.ts'
import { personNoticeStoreContract } from '../contracts/personNotices.contract.ts'
import { cohortStoreContract, feedbackStoreContract, stateStoreContract } from '../contracts/small.contract.ts'
import { unansweredStoreContract } from '../contracts/unansweredStore.contract.ts'
import { onEachEngine } from '../support/engines.ts'

onEachEngine('The audit log', auditLogContract)
onEachEngine('The draft store', draftStoreContract)
onEachEngine('The conversation references', conversationReferenceStoreContract)
onEachEngine('The notices of people', personNoticeStoreContract)
onEachEngine('The unanswered questions', unansweredStoreContract)
onEachEngine('The feedback store', feedbackStoreContract)
onEachEngine('The cohort store', cohortStoreContract)
onEachEngine('Bot state', stateStoreContract)
