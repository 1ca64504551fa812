import { auditLogContract } from '../contracts/auditLog.contract.ts'
import { cohortStoreContract } from '../contracts/cohortStore.contract.ts'
import { conversationReferenceStoreContract } from '../contracts/conversationReferenceStore.contract.ts'
import { draftStoreContract } from '../contracts/draftStore.contract.ts'
import { feedbackStoreContract } from '../contracts/feedbackStore.contract.ts'
import { personNoticeStoreContract } from '../contracts/personNotices.contract.ts'
import { stateStoreContract } from '../contracts/stateStore.contract.ts'
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
