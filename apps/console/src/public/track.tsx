import { show } from './show.tsx';
import { TrackPage } from './track-page.tsx';

void show('track', <TrackPage />);
