export const overview = {
  'overview.title': 'At a glance',
  'overview.lead':
    '{unit} and the units below it, on {date}. Only matters that you may see are counted.',
  'overview.whole': 'All that is mine to see',
  'overview.table': 'Show the figures',
  'overview.open': 'Waiting',
  'overview.matters': 'Matters',
  'overview.ages': 'What waits, by days since it was received',
  'overview.agesSaid':
    'Chart: {open} matters wait, {old} of them were received more than 45 days ago. The figures are below.',
  'overview.age': '{from}–{to}',
  'overview.ageFrom': 'from {from}',
  'overview.days': 'Days',
  'overview.weeks': 'In and out by week, 26 weeks',
  'overview.weeksSaid':
    'Chart: in 26 weeks {came} petitions came in and {went} matters were finished. The figures are below.',
  'overview.weekOf': 'Week',
  'overview.week': 'Week {week}, from {from}',
  'overview.in': 'Received',
  'overview.out': 'Finished',
  'overview.months': 'Steps with a limit by law, by the month in which they were done',
  'overview.monthsInternal': 'Steps with an internal target, by the month in which they were done',
  'overview.monthsSaid':
    'Chart: in 12 months {inTime} steps were done in time and {late} after their limit. The figures are below.',
  'overview.month': 'Month',
  'overview.inTime': 'In time',
  'overview.late': 'Late',
  'overview.units': 'Waiting, by unit',
  'overview.stages': 'Waiting, by state and kind',
};
