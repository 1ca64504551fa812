import { element } from './dom.js'

const roles = { staff: 'staff', manager: 'manager', hr: 'HR' }
const remembered = 'signed-in-as'

/** Fills the select with who one can be; each tab remembers its own choice. */
export const fillPeople = (select, people) => {
  select.replaceChildren(
    ...people.map(({ name, role, jobTitle, conversationId }) =>
      element(
        'option',
        { value: conversationId },
        `${name} (${roles[role] ?? role}${jobTitle ? `, ${jobTitle}` : ''})`,
      ),
    ),
  )
  const before = sessionStorage.getItem(remembered)
  if (people.some(({ conversationId }) => conversationId === before)) select.value = before
  select.addEventListener('change', () => sessionStorage.setItem(remembered, select.value))
}
