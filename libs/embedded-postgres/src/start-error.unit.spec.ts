import { describe, expect, it } from '@jest/globals';
import { explainStartFailure, StartError } from './start-error.ts';

const systemError = (details: object) => Object.assign(new Error('inner words'), details);

describe('a start that fails says in one line', () => {
  it.each([
    [systemError({ code: 'EADDRINUSE', port: 3000 }), /Cổng 3000 .* \/ Port 3000 is taken/],
    [systemError({ code: 'ENOSPC', path: '/data' }), /Ổ đĩa chứa \/data .* \/ The disk that holds/],
    [systemError({ code: 'EACCES', path: '/data' }), /Không có quyền .* \/ The folder \/data may/],
    [new StartError('DATA_IN_USE', { folder: '/data', pid: 7 }), /PID 7.* \/ .*PID 7/],
  ])('%s', (error, line) => {
    const said = explainStartFailure(error);
    expect(said).toMatch(line);
    expect(said).not.toMatch(/\n|[{}]|inner words/);
  });

  it('nothing about what it does not know, so that the error itself is shown', () => {
    expect(explainStartFailure(new Error('a bug'))).toBeUndefined();
    expect(explainStartFailure('a bug')).toBeUndefined();
  });
});
