/** Surveys and their questions, in the settings. */
export const surveys = {
  'surveys.empty.title': 'Nothing is asked yet',
  'surveys.empty.text':
    'Two short surveys are ready for your trade, in English, Polish and Romanian. Change whatever does not fit.',
  'surveys.addUsual': 'Take the ready-made surveys',
  'surveys.add': 'New survey',
  'surveys.newName': 'New survey',
  'surveys.name': 'Name of the survey',
  'surveys.kept': '<b>{name}</b> went to the archive instead: people answered it, and their answers stay.',
  'surveys.questionKept': '“{name}” went to the archive instead: people answered it, and their answers stay.',
  'surveys.languages': 'Asked in',
  'surveys.kind.nps': 'Recommendation, 0 to 10',
  'surveys.kind.csat': 'Satisfaction, 1 to 5',
  'surveys.kind.ces': 'How easy it was, 1 to 7',
  'surveys.kind.choice': 'One of a few answers',
  'surveys.kind.text': 'In their own words',
  'surveys.required': 'must be answered',
  'surveys.addQuestion': 'Add: {kind}',
  'surveys.edit': 'Change',
  'surveys.editNamed': 'Change “{text}”',
  'surveys.text': 'Question, {language}',
  'surveys.choices': 'Answers, one per line, {language}',
  'surveys.isRequired': 'An answer is needed to go on',
  'surveys.answered':
    'People have answered this question. Other words make another question: the old one goes to the archive with its answers.',
  'surveys.reworded':
    'The old question is in the archive with its answers; the new one is asked from now on.',
  'surveys.save': 'Keep',
  'surveys.cancel': 'Leave as it was',
} as const;
