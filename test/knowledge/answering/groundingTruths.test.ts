import { expect } from 'chai'
import { type Claim, groundingOf } from './groundingClaims.ts'

/** True ways to put what the shipped entries say. */
const truths: readonly Claim[] = [
  ['length', 'is it two years', 'Yes. The degree takes two years [1].'],
  ['length', "it's three years isn't it", 'No. The degree takes two years [1].'],
  ['length', 'how long', 'It takes two years [1].'],
  ['length', 'what is it', 'It is a foundation degree [1]. The degree takes 2 years [1].'],
  ['length', 'how many days', 'Each week has one day at university and one day of work-based learning [1].'],
  ['length', 'term dates', 'The page gives no term dates [1].'],
  ['weekly-pattern', 'which days', 'The page does not say which weekdays these are [1].'],
  ['weekly-pattern', 'how many days at uni', 'Every week has one day at uni [1].'],
  [
    'weekly-pattern',
    'is it supported',
    'Yes. Each week has one day at university and one day of work-based learning, supported by the service [1].',
  ],
  ['weekly-pattern', 'for how long', 'This goes on for the two years of the foundation degree [1].'],
  ['weekly-pattern', 'is it three days a week', 'No. Each week has one day at university [1].'],
  [
    'supported-by-service',
    'is it supported',
    'The degree is supported by the service [1]. The page does not say what the support covers, such as money, time off or a mentor [1].',
  ],
  ['award', 'what do you get', 'It is a foundation degree: the assistant practitioner foundation degree [1].'],
  ['award', 'how long and what', 'It is a foundation degree [1]. It takes two years [1].'],
  ['award', 'what level', 'The published page does not give its level [1].'],
  ['core-skills', 'what is taught', 'The page does not list what is taught [1].'],
  [
    'qualified-count',
    'how many',
    'At the beginning of 2014 the trust employed thirty-one qualified assistant practitioners [1].',
  ],
  ['qualified-count', 'by team', 'The page does not split them by team or service [1].'],
  ['first-year-count', 'how many', 'There were five first year trainees at the beginning of 2014 [1].'],
  ['second-year-count', 'how many', 'At the beginning of 2014, 7 people were in their second year of study [1].'],
  [
    'cohort-overview',
    'all of them',
    'At the beginning of 2014 the trust had 31 qualified assistant practitioners, seven people in their second year of study and five first year trainees [1].',
  ],
  ['cohort-overview', 'how many first years', 'At the beginning of 2014 the trust had five first year trainees [1].'],
  [
    'bands',
    'which bands',
    "Children's services use the role to develop staff in Bands 3 and 4: no formal entry criteria are published, and that is the nearest thing [1].",
  ],
  [
    'why-childrens-services',
    'which bands',
    "The trust brought the role into children's services to develop its Band 3 and Band 4 staff [1].",
  ],
  [
    'why-childrens-services',
    'who approved',
    'They wrote a business case, and the senior management team approved it [1].',
  ],
  [
    'band-4-policy',
    'all of them',
    'All Band 4 roles in universal child health services will hold the assistant practitioner foundation degree [1].',
  ],
  ['band-4-policy', 'which services', 'Those services are health visiting and school health [1].'],
  ['band-4-policy', 'why', "This is in response to the Government's Health visitor implementation plan [1]."],
  [
    'health-visitor-plan',
    'which plan',
    "The Government's Health visitor implementation plan is behind the Band 4 decision [1].",
  ],
  ['skill-gap', 'which bands', 'A skill gap was found between Bands 3 and 5 [1].'],
  ['skill-gap', 'which skills', 'The case study does not say which skills were missing [1].'],
  ['since-2005', 'how long', 'The trust has supported the development of assistant practitioners since 2005 [1].'],
  ['merger', 'who with', 'The trust merged with Knowsley Community Health Services [1].'],
  ['merger', 'when', 'The case study gives no date for it [1].'],
  ['trust-services', 'what', 'The trust offers day care, in-patient care and community services [1].'],
  ['trust-purpose', 'name', 'Its full name is 5 Boroughs Partnership Foundation Trust [1].'],
  ['business-case', 'who approved', 'The senior management team approved the business case [1].'],
  ['business-case', 'who approved', 'The business case was approved by the senior management team [1].'],
  ['business-case', 'who wrote', 'The workforce lead and managers in the service developed the business case [1].'],
  ['working-group', 'what for', 'The working group was set up to develop standardised roles [1].'],
  ['working-group-scope', 'which staff', 'They are for staff who work with adults, children and families [1].'],
  ['who-to-contact', 'who is she', 'Sue Watson is the Workforce Lead in the Nursing and Governance Directorate [1].'],
  ['contact-business-manager', 'phone', 'No phone number or e-mail address is published [1].'],
  ['hub-organisation', 'how many', 'The work is managed in two phases by seven trusts [1].'],
  ['hub-findings', 'when', 'Some first findings were expected in autumn 2014, and that date has passed [1].'],
  ['internal-advert', 'inside or outside', "Posts are advertised internally, to the trust's own staff [1]."],
  [
    'how-staff-are-selected',
    'interview or tests',
    'Staff are selected through an assessment centre, with group activities and an individual interview [1].',
  ],
  ['assessment-centre', 'how long', 'The page does not say how long it lasts [1].'],
  ['age-range', 'ages', 'Assistant practitioners will work with children and young people aged 0 to 16 [1].'],
  [
    ['length', 'how-staff-are-selected'],
    'how long, and how selected',
    'The degree takes two years [1]. Staff are selected through an assessment centre [2].',
  ],
]

describe('a true answer in other words', () => {
  it('is put fifty times', () => {
    expect(truths).to.have.length(50)
  })

  for (const claim of truths)
    it(`passes: ${claim[2]}`, () => {
      expect(groundingOf(claim)).to.deep.equal({ kind: 'grounded' })
    })
})
