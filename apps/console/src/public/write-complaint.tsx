import { COMPLAINT_QUESTIONS } from './content/questions.ts';
import { show } from './show.tsx';
import { WritePage } from './write-page.tsx';

void show('complaint', <WritePage composition={COMPLAINT_QUESTIONS} />);
