export const invitations = {
  'invitations.title': 'Invite to an account',
  'invitations.lead':
    'An invitation is a link and a code. Two different administrators hand them to the invited person. Nobody holds both alone, so nobody can make an account in another’s place.',
  'invitations.new': 'New invitation',
  'invitations.unitFirst': 'Choose the unit first.',
  'invitations.draw': 'Make the invitation link',
  'invitations.link': 'Invitation link for {name} (shown only now)',
  'invitations.linkNext':
    'Hand the link to this person alone; it works once, until {time}. The person needs a code as well: ask another administrator to open this page, get the code and hand it over in person.',
  'invitations.copyLink': 'Copy the link',
  'invitations.copyCode': 'Copy the code',
  'invitations.copied': 'Copied',
  'invitations.open': 'Open invitations',
  'invitations.none': 'No invitation is open',
  'invitations.until': 'Valid until {time}',
  'invitations.by': 'Invited by {name}, {time}',
  'invitations.getCode': 'Get the code',
  'invitations.getCodeFor': 'Get the code for {name}',
  'invitations.code': 'Invitation code for {name} (shown only now)',
  'invitations.codeNext':
    'Give the code to this person yourself, or read it out by telephone; do not send it through the inviter. It is valid until {time}; five wrong codes end the invitation.',
  'invitations.given': 'Code given by {name}',
  'invitations.yours': 'You are the inviter. Another administrator has to get the code.',
  'invitations.forYou': 'This invitation is for you. Another administrator has to get the code.',
};
