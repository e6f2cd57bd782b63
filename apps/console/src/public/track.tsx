import { show } from './show.tsx';
import { TrackPage } from './track-page.tsx';

show(<TrackPage />);
