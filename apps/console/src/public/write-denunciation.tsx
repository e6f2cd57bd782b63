import { DENUNCIATION_QUESTIONS } from './content/questions.ts';
import { show } from './show.tsx';
import { WritePage } from './write-page.tsx';

void show('denunciation', <WritePage composition={DENUNCIATION_QUESTIONS} />);
