import { refuseKept, releaseFiles, type Asked } from '@minh-bach/platform';
import { cases } from '../cases.ts';
import type { FileToRecord } from '../domain/case-file.ts';
import type { CaseCommand } from '../domain/case.commands.ts';
import { matterOf } from './judging-unit.ts';
import { decide, loadToWork } from './work.ts';

interface WithPapers {
  readonly files: readonly string[];
  readonly pages: number | null;
}

/**
 * What a verifier records, with the files that they uploaded a moment before. What is refused uses up no
 * file; a second try of the same command is answered from what is stored, since its files were released.
 */
export const withFiles =
  <B extends WithPapers>(commandOf: (body: B, files: readonly FileToRecord[]) => CaseCommand) =>
  async (asked: Omit<Asked, 'body'> & { readonly body: B }) => {
    const { service, body, context } = asked;
    const { actor, commandId } = context;
    const found = await loadToWork(asked);
    await refuseKept(service, matterOf(found.state), actor);
    const isRetry = found.events.some(({ metadata }) => metadata.commandId === commandId);
    const ids = isRetry ? [] : [...new Set(body.files)];
    if (ids.length === 0) return decide(asked, found, commandOf(body, []));
    await service.check({
      ...{ decider: cases.decider, stream: found.stream, context, read: found.events },
      command: commandOf({ ...body, pages: null }, []),
    });
    const { uploads } = service.infrastructure;
    const files: FileToRecord[] = [];
    for (const id of ids)
      files.push(
        await uploads.claim(id, { person: actor.person, service: service.name, commandId }),
      );
    const outcome = await decide(asked, found, commandOf(body, files));
    await releaseFiles(service, ids);
    return outcome;
  };
