import { expect } from 'chai'
import { type Claim, groundingOf } from './groundingClaims.ts'

/** A second set of both, written after what the first one showed was mended. */
const inventions: readonly Claim[] = [
  ['award', 'what level is it', 'It is a level five foundation degree [1].'],
  ['award', 'do i get a degree', 'It is an honours degree: the assistant practitioner foundation degree [1].'],
  ['band-4-policy', 'do i lose my job', 'People who already hold a Band 4 post will lose it [1].'],
  [
    'band-4-policy',
    'some or all',
    'Some Band 4 roles in universal child health services will hold the foundation degree [1].',
  ],
  ['business-case', 'who', 'Sue Watson and managers in the service developed the business case [1].'],
  ['cohort-overview', 'total', 'At the beginning of 2014 the trust had 43 qualified assistant practitioners [1].'],
  ['cohort-overview', 'total', 'At the beginning of 2014 there were 12 people in their second year of study [1].'],
  ['contact-business-manager', 'mail', 'Kerrie France can be reached at kerrie.france@5bp.nhs.uk [1].'],
  ['core-skills', 'what', 'The page lists what is taught [1].'],
  ['four-headings', 'how', 'The roles were used in line with what the budget needed [1].'],
  [
    'health-visitor-plan',
    'whose',
    "The trust's Health visitor implementation plan is behind the Government decision [1].",
  ],
  ['how-staff-are-selected', 'who decides', 'Your manager makes the choice [1].'],
  [
    'how-staff-are-selected',
    'what',
    'Staff are selected through an individual interview, not an assessment centre [1].',
  ],
  ['hub-projects', 'who', 'Two trusts take part, in seven phases [1].'],
  ['intended-outcome', 'does it work', 'The programme gives us a workforce with the right skills [1].'],
  ['length', 'can i do it in one', 'The degree takes two years or one year full time [1].'],
  ['merger', 'which way', 'Knowsley Community Health Services merged with Merseyside [1].'],
  ['nursery-nurses', 'for them only', 'Only nursery nurses can take the degree [1].'],
  ['research-source', 'who', 'The study drew on findings from Sibbald only [1].'],
  ['seamless-transition', 'what', 'The service has less flexibility to work across the healthy child pathway [1].'],
  ['since-2005', 'since when', 'The trust has supported the development of assistant practitioners until 2005 [1].'],
  ['steps-to-selection', 'order', 'The internal advert comes before the online role submission [1].'],
  [
    'universal-child-health-teams',
    'which',
    'Universal child health services are made up of health visiting, school health and nursery nurses [1].',
  ],
  ['weekly-pattern', 'which day', 'Each week has one day at university, on a Monday [1].'],
  ['working-group-scope', 'who', 'They are for staff who work with adults but not with children [1].'],
]

const truths: readonly Claim[] = [
  ['award', 'is it a degree', 'It is a foundation degree [1].'],
  [
    'band-4-policy',
    'band 4 now',
    'What is published does not say what happens to people who already hold a Band 4 post [1].',
  ],
  ['business-case', 'was it approved', 'Yes. The senior management team approved the business case [1].'],
  [
    'cohort-overview',
    'second years',
    'The trust had seven people in their second year of study at the beginning of 2014 [1].',
  ],
  ['cohort-overview', 'later', 'It gives no later figures [1].'],
  ['contact-business-manager', 'who', 'Kerrie France is the Business Manager [1].'],
  ['core-team-by-2015', 'ages', 'It works with children and young people aged 0 to 16 [1].'],
  [
    'health-visitor-plan',
    'what does it mean',
    'It means that all Band 4 roles in health visiting and school health will hold the assistant practitioner foundation degree [1].',
  ],
  [
    'how-roles-are-put-forward',
    'when',
    'The process went live in early 2014, for a September 2014 cohort; that date has passed [1].',
  ],
  ['how-staff-are-selected', 'who chooses', 'The page does not say who makes the choice [1].'],
  ['hub-organisation', 'which trusts', 'What is published does not name the seven trusts [1].'],
  ['hub-projects', 'phases', 'Seven trusts take part, in two phases [1].'],
  ['information-date', 'how old', 'It comes from a case study dated 8 January 2014 [1].'],
  ['initial-study', 'what did it look at', 'It looked at how the allied professional role was being used [1].'],
  ['intended-outcome', 'what for', 'The programme is meant to give us a workforce with the right skills [1].'],
  ['length', 'uni or work', 'Each week has one day at university and one of work-based learning [1].'],
  ['merger', 'with whom', 'It merged with Knowsley Community Health Services [1].'],
  ['next-intake', 'closing date', 'The page gives no closing date [1].'],
  ['next-intake', 'which cohort', 'September 2014 is the only cohort the page names, and that date has passed [1].'],
  ['skill-gap', 'why', 'A skill gap was found between Bands 3 and 5 [1].'],
  ['supported-by-service', 'is it supported', 'Yes. The degree is supported by the service [1].'],
  ['team-integration', 'which teams', 'Those teams are health visiting and school health [1].'],
  [
    'why-childrens-services',
    'who wrote it',
    'Managers in the service and the workforce lead looked at the benefits [1].',
  ],
  ['working-group', 'who', 'The case study does not say who was in the group [1].'],
]

describe('grounding, on a held-out set from after its fixes', () => {
  for (const claim of inventions)
    it(`catches: ${claim[2]}`, () => {
      expect(groundingOf(claim).kind).to.equal('doubtful')
    })

  for (const claim of truths)
    it(`passes: ${claim[2]}`, () => {
      expect(groundingOf(claim)).to.deep.equal({ kind: 'grounded' })
    })

  it('rather doubts what is true than passes words that stand otherwise beside each other', () => {
    const claim: Claim = ['trust-services', 'only adults', 'The trust offers services for people of all ages [1].']
    expect(groundingOf(claim).kind).to.equal('doubtful')
  })
})
