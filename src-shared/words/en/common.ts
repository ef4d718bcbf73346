/** Words that several areas share. */
export const common = {
  'common.waiting': 'One moment…',
  'common.language': 'Language',
  'common.english': 'English',
  'common.polish': 'Polski',
  'common.romanian': 'Română',
  'common.next': 'Continue',
  'common.back': 'Back',
  'common.cancel': 'Stop',
  'common.yes': 'Yes',
  'common.no': 'No',
  'common.nothingFound': 'Nothing fits',
  'common.showSecret': 'Show what I typed',
  'common.openDataFolder': 'Open the folder',
  'common.chooseAll': 'Choose all',
  'common.chooseNone': 'Choose none',
  'common.notAnAmount': 'Type an amount such as {example}, or leave it empty.',
  'common.notADate': 'Type a day such as 24.12.2026.',
  'common.history.question': 'Do these records reach back to your very first customer?',
  'common.history.yes': 'Yes, from the very first customer',
  'common.history.yesText':
    'We have just opened, or everything from the beginning is brought in. Then the first visit Revino sees really is the first one.',
  'common.history.no': 'No, only from some point on, or I am not sure',
  'common.history.noText':
    'Revino then treats people seen in the first months with care: some of them were customers before. You can change this in Settings.',
  'common.loadNewer': 'Load the newer version',
  'common.saveMine': 'Save mine over it',
} as const;
