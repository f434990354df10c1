<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="id_ID">
<context>
    <name>Actions</name>
    <message>
        <source>Berkas</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Sunting</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>Tampilan</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Lembar</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>Bantuan</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Buka…</source>
        <translation>Open…</translation>
    </message>
    <message>
        <source>Buka satu atau beberapa buku kerja</source>
        <translation>Open one or several workbooks</translation>
    </message>
    <message>
        <source>Buku baru…</source>
        <translation>New book…</translation>
    </message>
    <message>
        <source>Buat buku cakupan kosong untuk diisi di Excel</source>
        <translation>Make an empty coverage book to be filled in with Excel</translation>
    </message>
    <message>
        <source>Buka contoh</source>
        <translation>Open the sample</translation>
    </message>
    <message>
        <source>Buka contoh Kalimantan Tengah</source>
        <translation>Open the sample of Kalimantan Tengah</translation>
    </message>
    <message>
        <source>Impor berkas…</source>
        <translation>Import files…</translation>
    </message>
    <message>
        <source>Tambahkan angka berkas lain ke buku ini; atau letakkan berkas sambil menekan Shift</source>
        <translation>Add the figures of other files to this book; or drop files while holding Shift</translation>
    </message>
    <message>
        <source>Impor folder…</source>
        <translation>Import folder…</translation>
    </message>
    <message>
        <source>Tambahkan angka dari semua buku kerja dalam satu folder</source>
        <translation>Add the figures of every workbook in a folder</translation>
    </message>
    <message>
        <source>Resep impor…</source>
        <translation>Import recipes…</translation>
    </message>
    <message>
        <source>Lihat, ganti nama, ekspor, ambil atau hapus resep yang diingat dari impor sebelumnya</source>
        <translation>View, rename, export, fetch or remove the recipes remembered from earlier imports</translation>
    </message>
    <message>
        <source>Simpan</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Simpan perubahan ke buku cakupan ini; isi lain di berkasnya tidak disentuh</source>
        <translation>Save the changes into this coverage book; everything else in its file is left alone</translation>
    </message>
    <message>
        <source>Simpan sebagai…</source>
        <translation>Save as…</translation>
    </message>
    <message>
        <source>Simpan semua angka sebagai buku cakupan baru</source>
        <translation>Save all figures as a new coverage book</translation>
    </message>
    <message>
        <source>Cetak…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>Lihat lembar ringkasan, lalu cetak atau simpan sebagai PDF</source>
        <translation>See the summary sheet, then print it or save it as PDF</translation>
    </message>
    <message>
        <source>Keluar</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>Batalkan impor</source>
        <translation>Undo import</translation>
    </message>
    <message>
        <source>Kembalikan buku seperti sebelum impor terakhir</source>
        <translation>Take the book back to what it was before the last import</translation>
    </message>
    <message>
        <source>Potong</source>
        <translation>Cut</translation>
    </message>
    <message>
        <source>Salin</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Tempel</source>
        <translation>Paste</translation>
    </message>
    <message>
        <source>Pilih semua</source>
        <translation>Select all</translation>
    </message>
    <message>
        <source>Cari di halaman</source>
        <translation>Find on the page</translation>
    </message>
    <message>
        <source>Cari perintah atau wilayah</source>
        <translation>Find a command or region</translation>
    </message>
    <message>
        <source>Warna</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>Bahasa (Language)</source>
        <translation>Language (Bahasa)</translation>
    </message>
    <message>
        <source>Asal angka</source>
        <translation>Origin</translation>
    </message>
    <message>
        <source>Tunjukkan dari mana angka yang dipilih berasal</source>
        <translation>Show where the selected figure comes from</translation>
    </message>
    <message>
        <source>Bagian jendela berikutnya</source>
        <translation>Next part of the window</translation>
    </message>
    <message>
        <source>Ikuti sistem</source>
        <translation>As the system</translation>
    </message>
    <message>
        <source>Terang</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Gelap</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Bahasa Indonesia</source>
        <translation>Bahasa Indonesia</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Perbesar</source>
        <translation>Zoom in</translation>
    </message>
    <message>
        <source>Perkecil</source>
        <translation>Zoom out</translation>
    </message>
    <message>
        <source>Ukuran semula</source>
        <translation>Original size</translation>
    </message>
    <message>
        <source>Gambar tanpa kartu grafis</source>
        <translation>Draw without the graphics card</translation>
    </message>
    <message>
        <source>Bila gambar rusak atau program berhenti sendiri</source>
        <translation>For when pictures are broken or the program ends by itself</translation>
    </message>
    <message>
        <source>Posisi sebelumnya</source>
        <translation>Earlier position</translation>
    </message>
    <message>
        <source>Posisi berikutnya</source>
        <translation>Later position</translation>
    </message>
    <message>
        <source>Seluruh provinsi</source>
        <translation>Whole province</translation>
    </message>
    <message>
        <source>Baca ulang berkas</source>
        <translation>Read the file again</translation>
    </message>
    <message>
        <source>Tinjau cara membaca…</source>
        <translation>Review how it is read…</translation>
    </message>
    <message>
        <source>Lihat lembar asal dengan semua keputusan, dan ubah yang keliru</source>
        <translation>See the original sheet with every decision, and change what is wrong</translation>
    </message>
    <message>
        <source>Batalkan pekerjaan</source>
        <translation>Cancel the work</translation>
    </message>
    <message>
        <source>Provinsi kantor…</source>
        <translation>Province of the office…</translation>
    </message>
    <message>
        <source>Pilih provinsi kantor, untuk berkas yang tidak menyebutkannya</source>
        <translation>Choose the province of the office, for files that do not name one</translation>
    </message>
    <message>
        <source>Pratinjau lembar ringkasan</source>
        <translation>Preview of the summary sheet</translation>
    </message>
    <message>
        <source>Pintasan papan ketik</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>Pasang pembaruan dari berkas…</source>
        <translation>Install an update from a file…</translation>
    </message>
    <message>
        <source>Pasang versi lebih baru dari flashdisk atau folder bersama</source>
        <translation>Install a newer version from a USB stick or a shared folder</translation>
    </message>
    <message>
        <source>Kumpulkan diagnosis…</source>
        <translation>Collect a diagnosis…</translation>
    </message>
    <message>
        <source>Simpan versi, pengaturan dan catatan program untuk pengelola; tanpa isi berkas</source>
        <translation>Save versions, settings and the log for whoever maintains the program; no contents of files</translation>
    </message>
    <message>
        <source>Buka folder catatan</source>
        <translation>Open the folder of the log</translation>
    </message>
    <message>
        <source>Setel ulang pengaturan…</source>
        <translation>Reset settings…</translation>
    </message>
    <message>
        <source>Tentang Cakupan</source>
        <translation>About Cakupan</translation>
    </message>
</context>
<context>
    <name>AnswerField</name>
    <message>
        <source>Pilih wilayah…</source>
        <translation>Choose a region…</translation>
    </message>
    <message>
        <source>Pilih…</source>
        <translation>Choose…</translation>
    </message>
</context>
<context>
    <name>BeforeSection</name>
    <message>
        <source>Pembanding: {day}</source>
        <translation>Compared with: {day}</translation>
    </message>
    <message>
        <source>Dilaporkan</source>
        <translation>Reported</translation>
    </message>
</context>
<context>
    <name>BerandaPage</name>
    <message>
        <source>Beranda</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>cakupan jaminan sosial ketenagakerjaan</source>
        <translation>coverage of employment social security</translation>
    </message>
    <message>
        <source>Buka buku kerja…</source>
        <translation>Open a workbook…</translation>
    </message>
    <message>
        <source>Buku baru…</source>
        <translation>New book…</translation>
    </message>
    <message>
        <source>Buka contoh</source>
        <translation>Open the sample</translation>
    </message>
</context>
<context>
    <name>Bodies</name>
    <message>
        <source>Tidak ada berkas yang sedang diimpor.</source>
        <translation>No file is being imported.</translation>
    </message>
    <message>
        <source>Impor berkas…</source>
        <translation>Import files…</translation>
    </message>
    <message>
        <source>{name} tidak dibaca karena Anda tidak menunggunya.</source>
        <translation>{name} was not read, because you did not wait for it.</translation>
    </message>
</context>
<context>
    <name>BookSaving</name>
    <message>
        <source>Menyimpan {name}</source>
        <translation>Saving {name}</translation>
    </message>
    <message>
        <source>{name} tersimpan.</source>
        <translation>{name} was saved.</translation>
    </message>
</context>
<context>
    <name>CakupanPage</name>
    <message>
        <source>Cakupan</source>
        <translation>Coverage</translation>
    </message>
    <message>
        <source>Belum ada buku yang dibuka.</source>
        <translation>No book is open yet.</translation>
    </message>
    <message>
        <source>Kembali ke semua wilayah</source>
        <translation>Back to all regions</translation>
    </message>
    <message>
        <source>Tampilkan lagi daftar kabupaten/kota</source>
        <translation>Show the list of regencies and cities again</translation>
    </message>
    <message>
        <source>Wilayah</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Segmen</source>
        <translation>Segment</translation>
    </message>
    <message>
        <source>Wilayah dan segmen</source>
        <translation>Region and segment</translation>
    </message>
    <message>
        <source>Rincian tabel</source>
        <translation>Rows of the table</translation>
    </message>
    <message>
        <source>Cari di tabel</source>
        <translation>Search the table</translation>
    </message>
    <message>
        <source>Kolom</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>Pilih kolom yang ditampilkan</source>
        <translation>Choose the columns to show</translation>
    </message>
    <message>
        <source>Salin</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Salin seluruh tabel untuk ditempel di Excel</source>
        <translation>Copy the whole table, to be pasted into Excel</translation>
    </message>
    <message>
        <source>Tabel cakupan</source>
        <translation>Table of coverage</translation>
    </message>
    <message>
        <source>Tidak ada baris yang cocok dengan pencarian.</source>
        <translation>No row matches the search.</translation>
    </message>
    <message>
        <source>Pilih sel untuk melihat artinya dan asal angkanya.</source>
        <translation>Select a cell to see what it means and where it comes from.</translation>
    </message>
    <message>
        <source>Ke Beranda</source>
        <translation>To Home</translation>
    </message>
    <message>
        <source>cakupan</source>
        <translation>coverage</translation>
    </message>
    <message>
        <source>{what}, diurutkan menurut {column}</source>
        <translation>{what}, sorted by {column}</translation>
    </message>
    <message>
        <source>{count} kabupaten/kota</source>
        <translation>{count} regencies and cities</translation>
    </message>
    <message>
        <source>{count} segmen di {name}</source>
        <translation>{count} segments in {name}</translation>
    </message>
    <message>
        <source>{count} baris wilayah dan segmen</source>
        <translation>{count} rows of region and segment</translation>
    </message>
    <message>
        <source>{count} baris disalin; tempel di Excel dengan Ctrl+V.</source>
        <translation>{count} rows copied; paste them into Excel with Ctrl+V.</translation>
    </message>
</context>
<context>
    <name>CellLink</name>
    <message>
        <source>Tampilkan sel {address}: {about}</source>
        <translation>Show cell {address}: {about}</translation>
    </message>
</context>
<context>
    <name>CellLinks</name>
    <message>
        <source>Buka temuan</source>
        <translation>Open the finding</translation>
    </message>
    <message>
        <source>Tunjukkan temuan tentang angka ini</source>
        <translation>Show the finding about this figure</translation>
    </message>
    <message>
        <source>{count} sel</source>
        <translation>{count} cells</translation>
    </message>
    <message>
        <source>Tunjukkan di halaman Data: {places}</source>
        <translation>Show on the Data page: {places}</translation>
    </message>
</context>
<context>
    <name>CellPicture</name>
    <message>
        <source>Sel sumber di lembar {sheet}</source>
        <translation>Source cells on sheet {sheet}</translation>
    </message>
</context>
<context>
    <name>ChangeCard</name>
    <message>
        <source>Cakupan dari posisi lama ke posisi baru</source>
        <translation>Coverage from the old position to the new one</translation>
    </message>
</context>
<context>
    <name>ChartWords</name>
    <message>
        <source>{name} tidak ada angka</source>
        <translation>{name} no figure</translation>
    </message>
</context>
<context>
    <name>ColumnMenu</name>
    <message>
        <source>Baris rapat</source>
        <translation>Compact rows</translation>
    </message>
    <message>
        <source>Kembalikan kolom semula</source>
        <translation>Restore the columns</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>wilayah</source>
        <translation>region</translation>
    </message>
</context>
<context>
    <name>ContextBar</name>
    <message>
        <source>Konteks</source>
        <translation>Context</translation>
    </message>
    <message>
        <source>Posisi</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Wilayah</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Segmen</source>
        <translation>Segment</translation>
    </message>
    <message>
        <source>Set target</source>
        <translation>Target set</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>Base</translation>
    </message>
    <message>
        <source>Menurut posisi</source>
        <translation>As of the position</translation>
    </message>
    <message>
        <source>Semua wilayah</source>
        <translation>All regions</translation>
    </message>
    <message>
        <source>Semua segmen</source>
        <translation>All segments</translation>
    </message>
    <message>
        <source>Tanpa target</source>
        <translation>No target</translation>
    </message>
</context>
<context>
    <name>Conversation</name>
    <message>
        <source>Pertanyaan dan keputusan</source>
        <translation>Questions and decisions</translation>
    </message>
    <message>
        <source>Tidak ada yang perlu diputuskan.</source>
        <translation>There is nothing to decide.</translation>
    </message>
    <message>
        <source>Sudah diputuskan</source>
        <translation>Already decided</translation>
    </message>
    <message>
        <source>Semua pertanyaan terjawab</source>
        <translation>All questions answered</translation>
    </message>
    <message numerus="yes">
        <source>%n pertanyaan</source>
        <translation>
            <numerusform>%n question</numerusform>
            <numerusform>%n questions</numerusform>
        </translation>
    </message>
    <message>
        <source>Tabel {name}</source>
        <translation>Table {name}</translation>
    </message>
    <message numerus="yes">
        <source>%n lagi</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CoverageColumns</name>
    <message>
        <source>Segmen</source>
        <translation>Segment</translation>
    </message>
    <message>
        <source>Wilayah</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Peringkat menurut cakupan di dalam segmen yang sama</source>
        <translation>Rank by coverage within the same segment</translation>
    </message>
    <message>
        <source>Peringkat menurut cakupan</source>
        <translation>Rank by coverage</translation>
    </message>
    <message>
        <source>Kabupaten/kota</source>
        <translation>Regency or city</translation>
    </message>
    <message>
        <source>Jumlah orang</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Penduduk
bekerja</source>
        <translation>Employed
population</translation>
    </message>
    <message>
        <source>Potensi</source>
        <translation>Eligible</translation>
    </message>
    <message>
        <source>Angka tahunan terbaru sampai posisi ini</source>
        <translation>The newest yearly figure up to this position</translation>
    </message>
    <message>
        <source>Pekerja yang berhak dilindungi</source>
        <translation>Workers entitled to protection</translation>
    </message>
    <message>
        <source>Peserta
aktif</source>
        <translation>Active
participants</translation>
    </message>
    <message>
        <source>Belum
terlindungi</source>
        <translation>Not yet
protected</translation>
    </message>
    <message>
        <source>Potensi dikurangi peserta aktif</source>
        <translation>Eligible less active participants</translation>
    </message>
    <message>
        <source>Cakupan, persen</source>
        <translation>Coverage, per cent</translation>
    </message>
    <message>
        <source>tidak ada</source>
        <translation>none</translation>
    </message>
    <message>
        <source>Dihitung ulang</source>
        <translation>Recomputed</translation>
    </message>
    <message>
        <source>Peserta aktif ÷ potensi × 100</source>
        <translation>Active participants ÷ eligible × 100</translation>
    </message>
    <message>
        <source>Dilaporkan</source>
        <translation>Reported</translation>
    </message>
    <message>
        <source>Persentase yang tertulis di sumber</source>
        <translation>The percentage written in the source</translation>
    </message>
    <message>
        <source>Selisih</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>Dilaporkan dikurangi dihitung ulang, poin persen</source>
        <translation>Reported less recomputed, percentage points</translation>
    </message>
    <message>
        <source>Terhadap target</source>
        <translation>Against the target</translation>
    </message>
    <message>
        <source>Terhadap target {rate}</source>
        <translation>Against the target {rate}</translation>
    </message>
    <message>
        <source>Target,
orang</source>
        <translation>Target,
people</translation>
    </message>
    <message>
        <source>Kekurangan</source>
        <translation>Shortfall</translation>
    </message>
    <message>
        <source>Target dikurangi peserta aktif, orang</source>
        <translation>Target less active participants, people</translation>
    </message>
    <message>
        <source>Capaian,
persen</source>
        <translation>Attainment,
per cent</translation>
    </message>
    <message>
        <source>Peserta aktif ÷ target × 100</source>
        <translation>Active participants ÷ target × 100</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Perubahan, poin persen</source>
        <translation>Change, percentage points</translation>
    </message>
    <message>
        <source>Deret</source>
        <translation>Series</translation>
    </message>
    <message>
        <source>Cakupan di setiap posisi; skala tiap baris sendiri</source>
        <translation>Coverage at every position; each row has its own scale</translation>
    </message>
    <message>
        <source>Sejak
{position}</source>
        <translation>Since
{position}</translation>
    </message>
    <message>
        <source>Sifat</source>
        <translation>Nature</translation>
    </message>
    <message>
        <source>Keterangan</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Dari sumber, turunan, atau rekaan untuk contoh</source>
        <translation>Sourced, derived, or invented for the sample</translation>
    </message>
    <message>
        <source>lebih {people}</source>
        <translation>{people} over</translation>
    </message>
    <message>
        <source>Tanpa peringkat: cakupan tidak diketahui</source>
        <translation>No rank: the coverage is not known</translation>
    </message>
    <message>
        <source>Peringkat {rank} menurut cakupan</source>
        <translation>Rank {rank} by coverage</translation>
    </message>
    <message>
        <source>Basis potensi: {name}</source>
        <translation>Base of the eligible: {name}</translation>
    </message>
    <message>
        <source>Lebih dari 100 %: peserta aktif lebih banyak daripada potensi</source>
        <translation>More than 100%: more active participants than eligible workers</translation>
    </message>
    <message>
        <source>Basis potensi berganti; kedua posisi tidak sepenuhnya sebanding</source>
        <translation>The base changed; the two positions are not fully comparable</translation>
    </message>
    <message>
        <source>putus deret</source>
        <translation>break in the series</translation>
    </message>
</context>
<context>
    <name>CoverageLegend</name>
    <message>
        <source>{word}: capaian ≥ {step}</source>
        <translation>{word}: attainment ≥ {step}</translation>
    </message>
    <message>
        <source>target</source>
        <translation>target</translation>
    </message>
    <message>
        <source>putus deret; skala tiap baris sendiri</source>
        <translation>break in the series; each row has its own scale</translation>
    </message>
    <message>
        <source># Peringkat di dalam segmen yang sama.</source>
        <translation># Rank within the same segment.</translation>
    </message>
    <message>
        <source>¹ Dihitung dari jumlah provinsi, bukan penjumlahan kolom.</source>
        <translation>¹ Computed from the totals of the province, not by adding the column.</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Kesalahan program</source>
        <translation>Fault in the program</translation>
    </message>
    <message>
        <source>Laporan kesalahan</source>
        <translation>Fault report</translation>
    </message>
    <message>
        <source>Salin laporan</source>
        <translation>Copy the report</translation>
    </message>
    <message>
        <source>Tutup program</source>
        <translation>Close the program</translation>
    </message>
    <message>
        <source>Lanjutkan</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Program menemui kesalahan yang tidak terduga. Berkas Anda tidak diubah. Anda dapat melanjutkan; bila terulang, salin laporan ini dan kirimkan kepada pengelola program. Laporan tidak memuat data orang.</source>
        <translation>The program met an unexpected fault. Your files were not changed. You can go on; if it happens again, copy this report and send it to whoever looks after the program. The report holds no data about persons.</translation>
    </message>
    <message>
        <source>Terjadi kesalahan</source>
        <translation>Something went wrong</translation>
    </message>
    <message>
        <source>Tersalin</source>
        <translation>Copied</translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message>
        <source>Data</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Ke Beranda</source>
        <translation>To Home</translation>
    </message>
    <message>
        <source>Belum ada buku yang dibuka.</source>
        <translation>No book is open yet.</translation>
    </message>
    <message>
        <source>Buku ini belum berisi angka.</source>
        <translation>This book holds no figures yet.</translation>
    </message>
    <message>
        <source>Menyiapkan tabel…</source>
        <translation>Preparing the table…</translation>
    </message>
    <message>
        <source>Menyiapkan tabel data</source>
        <translation>Preparing the data table</translation>
    </message>
    <message>
        <source>Salin</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Salin baris yang tampil untuk ditempel di Excel</source>
        <translation>Copy the rows in view, to be pasted into Excel</translation>
    </message>
    <message>
        <source>Semua posisi</source>
        <translation>All positions</translation>
    </message>
    <message>
        <source>Semua wilayah</source>
        <translation>All regions</translation>
    </message>
    <message>
        <source>Semua ukuran</source>
        <translation>All measures</translation>
    </message>
    <message>
        <source>Saring baris</source>
        <translation>Filter the rows</translation>
    </message>
    <message>
        <source>Tabel data</source>
        <translation>Data table</translation>
    </message>
    <message>
        <source>Tidak ada baris yang cocok dengan saringan.</source>
        <translation>No row matches the filters.</translation>
    </message>
    <message>
        <source>{total} baris</source>
        <translation>{total} rows</translation>
    </message>
    <message>
        <source>{shown} dari {total} baris</source>
        <translation>{shown} of {total} rows</translation>
    </message>
    <message>
        <source>semua angka di buku, dengan sumber dan selnya</source>
        <translation>every figure of the book, with its source and cell</translation>
    </message>
    <message>
        <source>Menyaring data</source>
        <translation>Filtering the data</translation>
    </message>
    <message>
        <source>Menyalin baris</source>
        <translation>Copying rows</translation>
    </message>
    <message>
        <source>{count} baris disalin; tempel di Excel dengan Ctrl+V.</source>
        <translation>{count} rows copied; paste them into Excel with Ctrl+V.</translation>
    </message>
    <message>
        <source>{count} baris pertama disalin; lebih dari itu tidak disalin sekaligus.</source>
        <translation>The first {count} rows were copied; more are not copied at once.</translation>
    </message>
</context>
<context>
    <name>DecisionChoices</name>
    <message>
        <source>Bukan wilayah, lewati barisnya</source>
        <translation>Not a region, skip its row</translation>
    </message>
</context>
<context>
    <name>DecisionGroups</name>
    <message>
        <source>{value} · kolom {columns}</source>
        <translation>{value} · column {columns}</translation>
    </message>
    <message>
        <source>Provinsi</source>
        <translation>Province</translation>
    </message>
    <message>
        <source>Posisi</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Tabel</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>Isi kolom</source>
        <translation>Column content</translation>
    </message>
    <message>
        <source>Segmen</source>
        <translation>Segment</translation>
    </message>
    <message>
        <source>Waktu</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Cara menulis persentase</source>
        <translation>How percentages are written</translation>
    </message>
    <message>
        <source>Satuan</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Tanda desimal</source>
        <translation>Decimal sign</translation>
    </message>
    <message>
        <source>Nama wilayah</source>
        <translation>Region names</translation>
    </message>
    <message>
        <source>Kode wilayah</source>
        <translation>Region codes</translation>
    </message>
    <message>
        <source>Daftar perorangan</source>
        <translation>List of persons</translation>
    </message>
    <message>
        <source>belum dijawab</source>
        <translation>not answered yet</translation>
    </message>
    <message>
        <source>dari berkas</source>
        <translation>from the file</translation>
    </message>
    <message>
        <source>dari resep</source>
        <translation>from a recipe</translation>
    </message>
    <message>
        <source>dijawab</source>
        <translation>answered</translation>
    </message>
    <message>
        <source>Untuk kolom {columns}.</source>
        <translation>For columns {columns}.</translation>
    </message>
    <message>
        <source>Berlaku di {count} lembar.</source>
        <translation>Holds on {count} sheets.</translation>
    </message>
</context>
<context>
    <name>DecisionLine</name>
    <message>
        <source>Ubah</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Ubah {what}</source>
        <translation>Change {what}</translation>
    </message>
    <message>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Batalkan jawaban</source>
        <translation>Withdraw answer</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Buku kerja ({endings})</source>
        <translation>Workbooks ({endings})</translation>
    </message>
    <message>
        <source>Semua berkas (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>Buka buku kerja</source>
        <translation>Open a workbook</translation>
    </message>
    <message>
        <source>Impor berkas ke buku ini</source>
        <translation>Import files into this book</translation>
    </message>
    <message>
        <source>Impor semua buku kerja dalam folder</source>
        <translation>Import every workbook in a folder</translation>
    </message>
    <message>
        <source>Ambil resep dari berkas</source>
        <translation>Fetch recipes from a file</translation>
    </message>
    <message>
        <source>Ekspor resep</source>
        <translation>Export recipe</translation>
    </message>
    <message>
        <source>Resep impor (*{ending})</source>
        <translation>Import recipe (*{ending})</translation>
    </message>
    <message>
        <source>Pasang pembaruan dari berkas</source>
        <translation>Install an update from a file</translation>
    </message>
    <message>
        <source>Pembaruan Cakupan ({endings})</source>
        <translation>Updates of Cakupan ({endings})</translation>
    </message>
    <message>
        <source>Buku cakupan (*{ending})</source>
        <translation>Coverage book (*{ending})</translation>
    </message>
    <message>
        <source>Provinsi</source>
        <translation>Province</translation>
    </message>
    <message>
        <source>Provinsi kantor</source>
        <translation>Province of the office</translation>
    </message>
    <message>
        <source>Berkas sudah ada</source>
        <translation>The file exists</translation>
    </message>
    <message>
        <source>{name} sudah ada. Ganti dengan yang baru?</source>
        <translation>{name} exists already. Replace it with the new one?</translation>
    </message>
    <message>
        <source>Ganti</source>
        <translation>Replace</translation>
    </message>
</context>
<context>
    <name>DropField</name>
    <message>
        <source>Mulai dari buku kerja Excel yang sudah ada</source>
        <translation>Start from the Excel workbook that you already have</translation>
    </message>
    <message>
        <source>Letakkan berkas di mana saja pada jendela ini, atau pilih dari folder. Excel (xlsx, xls, xlsb), ODS, CSV, dan unduhan portal (HTML, XML) dapat dibaca; berkas aslinya tidak diubah.</source>
        <translation>Drop a file anywhere on this window, or choose one from a folder. Excel (xlsx, xls, xlsb), ODS, CSV and downloads from portals (HTML, XML) can be read; the file itself is not changed.</translation>
    </message>
</context>
<context>
    <name>FigureSection</name>
    <message>
        <source>{exact} sebelum dibulatkan</source>
        <translation>{exact} before rounding</translation>
    </message>
    <message>
        <source>Angka ini belum diketahui karena masukannya tidak lengkap.</source>
        <translation>This figure is not known yet, because its inputs are incomplete.</translation>
    </message>
</context>
<context>
    <name>FileCard</name>
    <message>
        <source>Berhenti</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Berkas yang sudah dibaca tetap ada; sisanya dilewati.</source>
        <translation>Files that were read stay; the rest is skipped.</translation>
    </message>
    <message>
        <source>{done} dari {all} dibaca</source>
        <translation>{done} of {all} read</translation>
    </message>
</context>
<context>
    <name>FileList</name>
    <message>
        <source>Berkas yang diimpor</source>
        <translation>Files being imported</translation>
    </message>
</context>
<context>
    <name>FileModel</name>
    <message>
        <source>menunggu</source>
        <translation>waiting</translation>
    </message>
    <message>
        <source>sedang dibaca</source>
        <translation>being read</translation>
    </message>
    <message>
        <source>dilewati, belum dibaca</source>
        <translation>skipped, not read</translation>
    </message>
    <message>
        <source>perlu kata sandi</source>
        <translation>needs a password</translation>
    </message>
    <message>
        <source>tidak dapat dibaca</source>
        <translation>cannot be read</translation>
    </message>
    <message numerus="yes">
        <source>%n pertanyaan</source>
        <translation>
            <numerusform>%n question</numerusform>
            <numerusform>%n questions</numerusform>
        </translation>
    </message>
    <message>
        <source>dimengerti, {count} angka</source>
        <translation>understood, {count} figures</translation>
    </message>
    <message>
        <source>tidak diikutkan</source>
        <translation>left out</translation>
    </message>
    <message>
        <source>Hapus (Delete) untuk melewati berkas ini</source>
        <translation>Delete to skip this file</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Hapus saringan</source>
        <translation>Clear the filters</translation>
    </message>
</context>
<context>
    <name>FindingCard</name>
    <message>
        <source>Lihat angkanya</source>
        <translation>See the figure</translation>
    </message>
    <message>
        <source>Lihat selnya di Data</source>
        <translation>See its cell in Data</translation>
    </message>
    <message>
        <source>Salin</source>
        <translation>Copy</translation>
    </message>
</context>
<context>
    <name>FormulaSection</name>
    <message>
        <source>Rumus</source>
        <translation>Formula</translation>
    </message>
</context>
<context>
    <name>FramedTable</name>
    <message>
        <source>{name}, jumlah</source>
        <translation>{name}, total</translation>
    </message>
</context>
<context>
    <name>Handlers</name>
    <message>
        <source>Buku cakupan baru.xlsx</source>
        <translation>New coverage book.xlsx</translation>
    </message>
    <message>
        <source>Buku baru</source>
        <translation>New book</translation>
    </message>
    <message>
        <source>{name} - buku cakupan.xlsx</source>
        <translation>{name} - coverage book.xlsx</translation>
    </message>
    <message>
        <source>Simpan sebagai</source>
        <translation>Save as</translation>
    </message>
    <message>
        <source>Contoh tidak dicampur dengan angka Anda; berkasnya dibuka sebagai buku sendiri.</source>
        <translation>The sample is not mixed with your figures; the file opens as a book of its own.</translation>
    </message>
    <message>
        <source>Provinsi kantor Anda dipakai bila sebuah berkas tidak menyebut provinsinya.</source>
        <translation>The province of your office is used where a file does not name its province.</translation>
    </message>
    <message>
        <source>Terima impor, di halaman Impor</source>
        <translation>Accept the import, on the page Import</translation>
    </message>
    <message>
        <source>Ke pertanyaan yang belum dijawab, di halaman Impor</source>
        <translation>To the next open question, on the page Import</translation>
    </message>
    <message>
        <source>Ke hasil, ke temuan, di halaman Impor</source>
        <translation>To the result, to the findings, on the page Import</translation>
    </message>
    <message>
        <source>Ke lembar berikutnya, sebelumnya, di halaman Impor</source>
        <translation>To the next sheet, the one before, on the page Import</translation>
    </message>
    <message>
        <source>Pintasan papan ketik</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Program</translation>
    </message>
    <message>
        <source>Meja kerja cakupan Jamsostek. Bekerja tanpa internet.</source>
        <translation>A workbench for Jamsostek coverage. Works without the internet.</translation>
    </message>
    <message>
        <source>Lisensi</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Tentang Cakupan</source>
        <translation>About Cakupan</translation>
    </message>
</context>
<context>
    <name>ImporPage</name>
    <message>
        <source>Impor</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Batalkan impor?</source>
        <translation>Cancel the import?</translation>
    </message>
    <message>
        <source>Jawaban Anda tentang berkas ini akan hilang. Buku yang terbuka tidak berubah.</source>
        <translation>Your answers about this file will be lost. The open book does not change.</translation>
    </message>
    <message>
        <source>Batalkan impor</source>
        <translation>Cancel import</translation>
    </message>
</context>
<context>
    <name>ImportAccepting</name>
    <message>
        <source>Impor {name} dibatalkan; isi buku kembali seperti sebelumnya.</source>
        <translation>The import of {name} was undone; the book is what it was before.</translation>
    </message>
    <message>
        <source>Jawaban Anda tidak dapat disimpan untuk lain kali: {reason}</source>
        <translation>Your answers could not be kept for the next time: {reason}</translation>
    </message>
    <message>
        <source>{name} berbeda bentuknya dari resep {recipe}; bedanya tercatat di Temuan.</source>
        <translation>The form of {name} differs from the recipe {recipe}; how is written in Findings.</translation>
    </message>
    <message>
        <source>Tidak ada yang baru di {name}; isi buku ini tetap.</source>
        <translation>Nothing new in {name}; this book stays as it is.</translation>
    </message>
    <message>
        <source>{name}: {added} angka ditambahkan, {known} sudah ada, {clashing} bentrok dengan isi buku ini, yang tetap dipakai.</source>
        <translation>{name}: {added} figures added, {known} were there already, {clashing} contradict this book, whose figures stay in use.</translation>
    </message>
    <message>
        <source>{name}: {added} angka ditambahkan ke buku ini, {known} sudah ada.</source>
        <translation>{name}: {added} figures added to this book, {known} were there already.</translation>
    </message>
    <message>
        <source>{added} angka dari {name} ditambahkan ke buku ini.</source>
        <translation>{added} figures from {name} were added to this book.</translation>
    </message>
    <message>
        <source>Membaca {name}</source>
        <translation>Reading {name}</translation>
    </message>
</context>
<context>
    <name>ImportFooter</name>
    <message>
        <source>Ingat sebagai resep</source>
        <translation>Remember as a recipe</translation>
    </message>
    <message>
        <source>Berkas berikutnya dengan bentuk yang sama dibaca tanpa bertanya lagi.</source>
        <translation>The next file of the same form is read without asking again.</translation>
    </message>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Impor</source>
        <translation>Import</translation>
    </message>
    <message numerus="yes">
        <source>Jawab %n pertanyaan lagi</source>
        <translation>
            <numerusform>Answer %n more question</numerusform>
            <numerusform>Answer %n more questions</numerusform>
        </translation>
    </message>
    <message>
        <source>Impor (Ctrl+Enter)</source>
        <translation>Import (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Sedang membaca…</source>
        <translation>Reading…</translation>
    </message>
    <message>
        <source>Perbarui resep</source>
        <translation>Update recipe</translation>
    </message>
    <message>
        <source>Nama resep</source>
        <translation>Recipe name</translation>
    </message>
</context>
<context>
    <name>ImportSteps</name>
    <message>
        <source>Di folder {name} tidak ada buku kerja.</source>
        <translation>There is no workbook in the folder {name}.</translation>
    </message>
    <message>
        <source>{name} ({place} dari {count})</source>
        <translation>{name} ({place} of {count})</translation>
    </message>
    <message>
        <source>Begitu pula {count} berkas lain.</source>
        <translation>So are {count} other files.</translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message>
        <source>{name}, berkas {place} dari {count}</source>
        <translation>{name}, file {place} of {count}</translation>
    </message>
    <message>
        <source>Ditambahkan ke buku yang terbuka: {name}</source>
        <translation>Added to the open book: {name}</translation>
    </message>
    <message>
        <source>Dibuka sebagai buku baru; berkas asalnya tidak diubah.</source>
        <translation>Opens as a new book; the original file is not changed.</translation>
    </message>
    <message>
        <source>Belum ada yang dapat diimpor.</source>
        <translation>There is nothing to import yet.</translation>
    </message>
    <message>
        <source>Belum ada angka yang terbaca; ubah cara bacanya di sebelah kanan.</source>
        <translation>No figure has been read yet; change how it is read at the right.</translation>
    </message>
    <message>
        <source>Semua berkas dilewati; centang yang hendak diimpor.</source>
        <translation>All files are left out; tick those to be imported.</translation>
    </message>
    <message>
        <source>Belum ada berkas yang dapat diimpor.</source>
        <translation>No file can be imported yet.</translation>
    </message>
    <message>
        <source>Dibaca dengan resep {name}.</source>
        <translation>Read with the recipe {name}.</translation>
    </message>
    <message>
        <source>baru: {names}</source>
        <translation>new: {names}</translation>
    </message>
    <message>
        <source>tidak ada lagi: {names}</source>
        <translation>gone: {names}</translation>
    </message>
    <message>
        <source>berganti nama: {names}</source>
        <translation>renamed: {names}</translation>
    </message>
    <message>
        <source>Berbeda: {parts}.</source>
        <translation>Differences: {parts}.</translation>
    </message>
</context>
<context>
    <name>InputsSection</name>
    <message>
        <source>Masukan</source>
        <translation>Inputs</translation>
    </message>
    <message>
        <source>rumusnya</source>
        <translation>its formula</translation>
    </message>
    <message>
        <source>Rumus {name}</source>
        <translation>Formula of {name}</translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message>
        <source>Mode aman: pengaturan bawaan dipakai dan pilihan Anda tidak diingat.</source>
        <translation>Safe mode: default settings are used and your choices are not remembered.</translation>
    </message>
    <message>
        <source>Berkas pengaturan rusak dan disisihkan sebagai {name}; pengaturan bawaan dipakai.</source>
        <translation>The file of settings was damaged and put aside as {name}; default settings are used.</translation>
    </message>
    <message>
        <source>Pengaturan tidak dapat disimpan, sehingga pilihan Anda hilang bila program ditutup.</source>
        <translation>Settings cannot be saved, so your choices are lost when the program is closed.</translation>
    </message>
    <message>
        <source>Cakupan berhenti mendadak pada pemakaian sebelumnya. Bila terulang, pakai mode aman atau Bantuan &gt; Kumpulkan diagnosis.</source>
        <translation>Cakupan ended suddenly the last time. If it happens again, use the safe mode or Help &gt; Collect a diagnosis.</translation>
    </message>
    <message>
        <source>Kebijakan komputer ini ({path}) tidak dapat dibaca; beri tahu pengelola komputer.</source>
        <translation>The policy of this computer ({path}) cannot be read; tell whoever looks after the computer.</translation>
    </message>
    <message>
        <source>Kebijakan komputer ini ({path}) memuat baris yang dilewati ({numbers}); beri tahu pengelolanya.</source>
        <translation>The policy of this computer ({path}) has lines that were skipped ({numbers}); tell whoever looks after it.</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>{name} sedang disimpan. Baca ulang setelah tersimpan.</source>
        <translation>{name} is being saved. Read it again once that is done.</translation>
    </message>
    <message>
        <source>Jendela ditutup setelah {name} tersimpan.</source>
        <translation>The window closes once {name} is saved.</translation>
    </message>
    <message>
        <source>Tutup tanpa mengimpor</source>
        <translation>Close without importing</translation>
    </message>
    <message>
        <source>Tutup tanpa menyimpan</source>
        <translation>Close without saving</translation>
    </message>
    <message>
        <source>Impor belum selesai</source>
        <translation>The import is not finished</translation>
    </message>
    <message>
        <source>Jawaban Anda untuk berkas yang sedang diimpor akan hilang.</source>
        <translation>Your answers for the files being imported will be lost.</translation>
    </message>
    <message>
        <source>Lanjutkan tanpa impor itu</source>
        <translation>Go on without that import</translation>
    </message>
    <message>
        <source>Perubahan belum disimpan</source>
        <translation>Changes not saved</translation>
    </message>
    <message>
        <source>Yang Anda ubah atau impor akan hilang. Simpan dulu lewat Berkas &gt; Simpan.</source>
        <translation>What you changed or imported will be lost. Save it first with File &gt; Save.</translation>
    </message>
    <message>
        <source>Lanjutkan tanpa menyimpan</source>
        <translation>Go on without saving</translation>
    </message>
</context>
<context>
    <name>LembarCetakPage</name>
    <message>
        <source>Lembar Cetak</source>
        <translation>Print sheet</translation>
    </message>
    <message>
        <source>Simpan PDF…</source>
        <translation>Save PDF…</translation>
    </message>
    <message>
        <source>Cetak…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>Menyusun lembar…</source>
        <translation>Composing the sheet…</translation>
    </message>
    <message>
        <source>Belum ada buku yang dibuka. Lembar ringkasan disusun dari angka di dalamnya.</source>
        <translation>No book is open yet. The summary sheet is composed from its figures.</translation>
    </message>
    <message>
        <source>Buka contoh</source>
        <translation>Open the sample</translation>
    </message>
    <message>
        <source>Menyusun lembar</source>
        <translation>Composing the sheet</translation>
    </message>
    <message>
        <source>{name}, {paper} {size} mm, {pages} halaman</source>
        <translation>{name}, {paper} {size} mm, {pages} pages</translation>
    </message>
    <message>
        <source>Buklet {name}</source>
        <translation>Booklet {name}</translation>
    </message>
    <message>
        <source>{name}, posisi per {day}</source>
        <translation>{name}, as of {day}</translation>
    </message>
    <message>
        <source>Lembar ringkasan {name}.pdf</source>
        <translation>Summary sheet {name}.pdf</translation>
    </message>
    <message>
        <source>Simpan PDF</source>
        <translation>Save PDF</translation>
    </message>
    <message>
        <source>Menyimpan PDF</source>
        <translation>Saving the PDF</translation>
    </message>
    <message>
        <source>Mencetak {pages} halaman</source>
        <translation>Printing {pages} pages</translation>
    </message>
    <message>
        <source>{name} tersimpan.</source>
        <translation>{name} is saved.</translation>
    </message>
    <message>
        <source>{pages} halaman dikirim ke printer.</source>
        <translation>{pages} pages were sent to the printer.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Sebentar, halaman sedang disiapkan.</source>
        <translation>One moment, the page is being prepared.</translation>
    </message>
    <message>
        <source>Cakupan (mode aman)</source>
        <translation>Cakupan (safe mode)</translation>
    </message>
</context>
<context>
    <name>NamesCard</name>
    <message numerus="yes">
        <source>Tampilkan %n nama lagi</source>
        <translation>
            <numerusform>Show %n more name</numerusform>
            <numerusform>Show %n more names</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Lewati %n nama yang belum dijawab</source>
        <translation>
            <numerusform>Skip %n unanswered name</numerusform>
            <numerusform>Skip %n unanswered names</numerusform>
        </translation>
    </message>
    <message>
        <source>Nama yang belum dikenal</source>
        <translation>Unknown names</translation>
    </message>
    <message>
        <source>Pilih wilayahnya sekali saja; jawabannya diingat sebagai nama lain dari wilayah itu.</source>
        <translation>Choose the region once; the answer is remembered as another name of that region.</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Halaman</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Impor yang sedang berjalan</source>
        <translation>The import in progress</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Tindakan pemberitahuan</source>
        <translation>Action of the notice</translation>
    </message>
    <message>
        <source>Tutup pemberitahuan</source>
        <translation>Close the notice</translation>
    </message>
    <message>
        <source>Tutup pemberitahuan (Esc)</source>
        <translation>Close the notice (Esc)</translation>
    </message>
</context>
<context>
    <name>ObservationColumns</name>
    <message>
        <source>Posisi</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Kode</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Wilayah</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Segmen</source>
        <translation>Segment</translation>
    </message>
    <message>
        <source>Ukuran</source>
        <translation>Measure</translation>
    </message>
    <message>
        <source>Nilai</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>Base</translation>
    </message>
    <message>
        <source>Sifat</source>
        <translation>Nature</translation>
    </message>
    <message>
        <source>Sumber</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Sel</source>
        <translation>Cell</translation>
    </message>
    <message>
        <source>Catatan</source>
        <translation>Note</translation>
    </message>
</context>
<context>
    <name>OfficeForm</name>
    <message>
        <source>Kop surat</source>
        <translation>Letterhead</translation>
    </message>
    <message>
        <source>Baris kop surat</source>
        <translation>Lines of the letterhead</translation>
    </message>
    <message>
        <source>Tanda tangan</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>Tempat</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Jabatan</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Nama</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Pangkat/golongan</source>
        <translation>Rank</translation>
    </message>
    <message>
        <source>NIP</source>
        <translation>NIP</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Beranda</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>Ringkasan</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Temuan</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>Cakupan</source>
        <translation>Coverage</translation>
    </message>
    <message>
        <source>Tren</source>
        <translation>Trend</translation>
    </message>
    <message>
        <source>Lembar Cetak</source>
        <translation>Print sheet</translation>
    </message>
    <message>
        <source>Impor</source>
        <translation>Import</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Cari perintah atau wilayah</source>
        <translation>Find a command or region</translation>
    </message>
    <message>
        <source>Hasil</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>Tidak ada yang cocok.</source>
        <translation>Nothing matches.</translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message>
        <source>jumlah dari {count} sel</source>
        <translation>sum of {count} cells</translation>
    </message>
    <message>
        <source>{count}, buka daftarnya</source>
        <translation>{count}, open the list</translation>
    </message>
</context>
<context>
    <name>PasswordState</name>
    <message>
        <source>Kata sandi</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Kata sandi berkas</source>
        <translation>Password of the file</translation>
    </message>
    <message>
        <source>Tampilkan kata sandi</source>
        <translation>Show password</translation>
    </message>
    <message>
        <source>Buka</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>{name} terkunci dengan kata sandi</source>
        <translation>{name} is locked with a password</translation>
    </message>
    <message>
        <source>Membuka…</source>
        <translation>Opening…</translation>
    </message>
    <message>
        <source>Kata sandi hanya dipakai untuk membaca berkas ini dan tidak disimpan di mana pun.</source>
        <translation>The password is only used to read this file and is not kept anywhere.</translation>
    </message>
</context>
<context>
    <name>Pedigree</name>
    <message>
        <source>per {as_of}</source>
        <translation>as of {as_of}</translation>
    </message>
    <message>
        <source>poin persen</source>
        <translation>percentage points</translation>
    </message>
    <message>
        <source>orang</source>
        <translation>people</translation>
    </message>
    <message>
        <source>Lembar {sheets}</source>
        <translation>Sheet {sheets}</translation>
    </message>
    <message>
        <source>dibaca {moment}</source>
        <translation>read {moment}</translation>
    </message>
    <message>
        <source>{exact} sebelum dibulatkan</source>
        <translation>{exact} before rounding</translation>
    </message>
    <message>
        <source>Sidik berkas (SHA-256) {digest}</source>
        <translation>File digest (SHA-256) {digest}</translation>
    </message>
</context>
<context>
    <name>PedigreePanel</name>
    <message>
        <source>Asal angka</source>
        <translation>Origin</translation>
    </message>
    <message>
        <source>Angka ini jumlah wilayah yang ada di buku. Pilih satu wilayah untuk melihat selnya.</source>
        <translation>This figure is the sum of the regions that the book holds. Choose one region to see its cells.</translation>
    </message>
    <message>
        <source>Pilih sebuah angka untuk melihat dari mana asalnya.</source>
        <translation>Select a figure to see where it comes from.</translation>
    </message>
    <message>
        <source>Asal angka disalin.</source>
        <translation>The origin was copied.</translation>
    </message>
    <message>
        <source>Tahan angka ini saat angka lain dipilih</source>
        <translation>Keep this figure while others are selected</translation>
    </message>
    <message>
        <source>Tutup asal angka</source>
        <translation>Close the origin</translation>
    </message>
    <message>
        <source>Kembali ke {name}</source>
        <translation>Back to {name}</translation>
    </message>
    <message>
        <source>Membuka {file}…</source>
        <translation>Opening {file}…</translation>
    </message>
    <message>
        <source>Membuka sel sumber</source>
        <translation>Opening the source cell</translation>
    </message>
    <message>
        <source>Dibatalkan.</source>
        <translation>Cancelled.</translation>
    </message>
</context>
<context>
    <name>PeriodField</name>
    <message>
        <source>misalnya Maret 2025</source>
        <translation>for example March 2025</translation>
    </message>
    <message>
        <source>Pakai</source>
        <translation>Use</translation>
    </message>
    <message>
        <source>Dibaca sebagai {day}.</source>
        <translation>Read as {day}.</translation>
    </message>
    <message>
        <source>Waktu ini belum dikenali.</source>
        <translation>This time is not recognised.</translation>
    </message>
    <message>
        <source>Tanggal, bulan, triwulan, atau tahun.</source>
        <translation>A date, month, quarter or year.</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Pratinjau lembar</source>
        <translation>Preview of the sheet</translation>
    </message>
    <message>
        <source>Hasil</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>Temuan</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>Pratinjau</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>Angka yang dihasilkan berkas ini</source>
        <translation>Figures that this file gives</translation>
    </message>
    <message>
        <source>Belum ada angka yang terbaca.</source>
        <translation>No figures have been read yet.</translation>
    </message>
    <message>
        <source>Temuan impor</source>
        <translation>Findings of the import</translation>
    </message>
    <message>
        <source>Tidak ada temuan.</source>
        <translation>No findings.</translation>
    </message>
    <message>
        <source>Hasil {count}</source>
        <translation>Results {count}</translation>
    </message>
    <message>
        <source>Temuan {count}</source>
        <translation>Findings {count}</translation>
    </message>
    <message>
        <source>Belum ada angka</source>
        <translation>No figures yet</translation>
    </message>
    <message>
        <source>{count} angka</source>
        <translation>{count} figures</translation>
    </message>
    <message numerus="yes">
        <source>%n wilayah</source>
        <translation>
            <numerusform>%n region</numerusform>
            <numerusform>%n regions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n posisi</source>
        <translation>
            <numerusform>%n position</numerusform>
            <numerusform>%n positions</numerusform>
        </translation>
    </message>
    <message>
        <source>, {count} yang pertama ditampilkan</source>
        <translation>, the first {count} are shown</translation>
    </message>
    <message numerus="yes">
        <source>%n galat</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peringatan</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>{name} adalah folder. Beri nama berkas lain.</source>
        <translation>{name} is a folder. Give the file another name.</translation>
    </message>
    <message>
        <source>{name} sedang dibuka program lain. Tutup dulu, atau beri nama lain.</source>
        <translation>{name} is open in another program. Close it first, or give another name.</translation>
    </message>
    <message>
        <source>Folder {folder} tidak dapat ditulisi. Simpan di folder lain, misalnya Dokumen.</source>
        <translation>Folder {folder} cannot be written to. Save in another folder, such as Documents.</translation>
    </message>
    <message>
        <source>{name} tidak dapat disimpan: {reason}.</source>
        <translation>{name} cannot be saved: {reason}.</translation>
    </message>
    <message>
        <source>Printer tidak dapat dipakai. Periksa apakah printer menyala dan terhubung.</source>
        <translation>The printer cannot be used. See whether it is on and connected.</translation>
    </message>
    <message>
        <source>Printer berhenti di tengah pekerjaan.</source>
        <translation>The printer stopped in the middle of the work.</translation>
    </message>
</context>
<context>
    <name>ProblemColumns</name>
    <message>
        <source>Tingkat</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>Temuan</source>
        <translation>Finding</translation>
    </message>
    <message>
        <source>Wilayah</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Sel</source>
        <translation>Cell</translation>
    </message>
    <message>
        <source>Berkas</source>
        <translation>File</translation>
    </message>
</context>
<context>
    <name>ProvinceQuestion</name>
    <message>
        <source>Provinsi kantor Anda?</source>
        <translation>The province of your office?</translation>
    </message>
    <message>
        <source>Dipakai bila sebuah berkas tidak menyebut provinsinya. Dapat diganti di menu Data.</source>
        <translation>Used where a file does not name its province. It can be changed in the menu Data.</translation>
    </message>
    <message>
        <source>Provinsi kantor</source>
        <translation>Province of the office</translation>
    </message>
    <message>
        <source>Pilih provinsi</source>
        <translation>Choose a province</translation>
    </message>
</context>
<context>
    <name>QuestionCard</name>
    <message>
        <source>Batalkan</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Batalkan jawaban</source>
        <translation>Withdraw answer</translation>
    </message>
</context>
<context>
    <name>RankingCard</name>
    <message>
        <source>Tanda status</source>
        <translation>Marks of the status</translation>
    </message>
</context>
<context>
    <name>RankingHeader</name>
    <message>
        <source>± poin</source>
        <translation>± points</translation>
    </message>
</context>
<context>
    <name>ReadingState</name>
    <message>
        <source>{name} menunggu giliran</source>
        <translation>{name} waits for its turn</translation>
    </message>
    <message>
        <source>Berhenti membaca</source>
        <translation>Stop reading</translation>
    </message>
    <message>
        <source>Lewati berkas ini</source>
        <translation>Skip this file</translation>
    </message>
    <message>
        <source>Membaca {name}…</source>
        <translation>Reading {name}…</translation>
    </message>
</context>
<context>
    <name>RecentBooks</name>
    <message>
        <source>Terakhir dibuka</source>
        <translation>Opened lately</translation>
    </message>
    <message>
        <source>Buku yang Anda buka akan tercantum di sini.</source>
        <translation>Books that you open will be listed here.</translation>
    </message>
    <message>
        <source>per {day}</source>
        <translation>as of {day}</translation>
    </message>
</context>
<context>
    <name>RecentCard</name>
    <message>
        <source>Hapus dari daftar (berkas tetap ada)</source>
        <translation>Take off the list (the file stays)</translation>
    </message>
</context>
<context>
    <name>RecipesDialog</name>
    <message>
        <source>Resep impor</source>
        <translation>Import recipes</translation>
    </message>
    <message>
        <source>Resep menyimpan jawaban Anda tentang bentuk sebuah tabel, sehingga berkas berikutnya dengan bentuk yang sama dibaca tanpa pertanyaan. Resep tidak memuat angka maupun nama orang.</source>
        <translation>A recipe keeps your answers about the form of a table, so that the next file of the same form is read without questions. A recipe holds neither figures nor names of persons.</translation>
    </message>
    <message>
        <source>Berkas resep yang lama rusak dan disisihkan sebagai {name}.</source>
        <translation>The old recipe file is damaged and was set aside as {name}.</translation>
    </message>
    <message>
        <source>Ganti nama resep</source>
        <translation>Rename recipe</translation>
    </message>
    <message>
        <source>Nama baru:</source>
        <translation>New name:</translation>
    </message>
    <message>
        <source>{name} akan dihapus dari {place} dan tidak dipakai lagi. Angka yang sudah diimpor tetap ada.</source>
        <translation>{name} will be removed from {place} and no longer be used. Figures that were imported stay.</translation>
    </message>
    <message>
        <source>Hapus yang diingat</source>
        <translation>Remove what is remembered</translation>
    </message>
    <message>
        <source>Hapus</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>{name} ditulis.</source>
        <translation>{name} was written.</translation>
    </message>
    <message>
        <source>Resep dan sebutan yang diingat</source>
        <translation>Remembered recipes and names</translation>
    </message>
    <message>
        <source>Nama</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Untuk</source>
        <translation>For</translation>
    </message>
    <message>
        <source>Terakhir dipakai</source>
        <translation>Last used</translation>
    </message>
    <message>
        <source>Tersimpan di</source>
        <translation>Kept in</translation>
    </message>
    <message>
        <source>Ganti nama…</source>
        <translation>Rename…</translation>
    </message>
    <message>
        <source>Ekspor…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>Ambil dari berkas…</source>
        <translation>Fetch from a file…</translation>
    </message>
    <message>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>komputer ini dan buku yang terbuka</source>
        <translation>this computer and the open book</translation>
    </message>
    <message>
        <source>komputer ini</source>
        <translation>this computer</translation>
    </message>
    <message>
        <source>buku yang terbuka</source>
        <translation>the open book</translation>
    </message>
    <message>
        <source>sebutan untuk {region}</source>
        <translation>another name for {region}</translation>
    </message>
    <message>
        <source>Belum ada resep. Resep dibuat sendiri bila Anda menjawab pertanyaan saat impor.</source>
        <translation>There are no recipes yet. One is made when you answer a question during an import.</translation>
    </message>
    <message>
        <source>{tables} tabel, {columns} kolom, {answers} jawaban</source>
        <translation>tables: {tables}, columns: {columns}, answers: {answers}</translation>
    </message>
    <message>
        <source>{old} sekarang bernama {new}.</source>
        <translation>{old} is now called {new}.</translation>
    </message>
    <message>
        <source>Nama {name} sudah dipakai resep lain.</source>
        <translation>Another recipe is already called {name}.</translation>
    </message>
    <message>
        <source>Semua resep dalam {name} sudah ada di sini.</source>
        <translation>All recipes in {name} are here already.</translation>
    </message>
    <message>
        <source>{count} resep diambil dari {name}.</source>
        <translation>Recipes fetched from {name}: {count}.</translation>
    </message>
</context>
<context>
    <name>ReportedSection</name>
    <message>
        <source>Dilaporkan di sumber</source>
        <translation>Reported in the source</translation>
    </message>
    <message>
        <source>Sumber tidak memuat persentasenya.</source>
        <translation>The source gives no percentage.</translation>
    </message>
    <message>
        <source>Tidak dapat dibandingkan</source>
        <translation>Cannot be compared</translation>
    </message>
    <message>
        <source>Cocok</source>
        <translation>Agrees</translation>
    </message>
    <message>
        <source>Tidak cocok</source>
        <translation>Does not agree</translation>
    </message>
</context>
<context>
    <name>Ringkasan</name>
    <message>
        <source>per {as_of}</source>
        <translation>as of {as_of}</translation>
    </message>
    <message>
        <source>per {as_of}, dibandingkan dengan {previous}</source>
        <translation>as of {as_of}, compared with {previous}</translation>
    </message>
    <message>
        <source>naik</source>
        <translation>up</translation>
    </message>
    <message>
        <source>turun</source>
        <translation>down</translation>
    </message>
    <message>
        <source>lebih {people}</source>
        <translation>{people} over</translation>
    </message>
    <message>
        <source>posisi pertama</source>
        <translation>first position</translation>
    </message>
    <message>
        <source>tanpa pembanding</source>
        <translation>nothing to compare with</translation>
    </message>
    <message>
        <source>{people} orang</source>
        <translation>{people} people</translation>
    </message>
    <message>
        <source>tetap</source>
        <translation>unchanged</translation>
    </message>
    <message>
        <source>di atas 100 %: periksa potensi</source>
        <translation>above 100%: check the eligible</translation>
    </message>
    <message>
        <source>peserta melebihi potensi</source>
        <translation>more participants than eligible</translation>
    </message>
    <message>
        <source>{unit}, semua segmen</source>
        <translation>{unit}, all segments</translation>
    </message>
    <message>
        <source>{unit}, segmen {segment}</source>
        <translation>{unit}, segment {segment}</translation>
    </message>
    <message>
        <source>{definition}, basis {vintage}</source>
        <translation>{definition}, base {vintage}</translation>
    </message>
    <message>
        <source>target {target} − peserta aktif</source>
        <translation>target {target} − active participants</translation>
    </message>
    <message>
        <source>belum ada target</source>
        <translation>no target yet</translation>
    </message>
    <message>
        <source>tanpa target di sini</source>
        <translation>no target here</translation>
    </message>
    <message>
        <source>belum ada angkanya</source>
        <translation>no figure yet</translation>
    </message>
    <message>
        <source>peserta aktif tidak ada</source>
        <translation>no active participants known</translation>
    </message>
    <message>
        <source>potensi tidak ada</source>
        <translation>no eligible known</translation>
    </message>
    <message>
        <source>Perubahan cakupan</source>
        <translation>Change of coverage</translation>
    </message>
    <message>
        <source>Mengapa cakupan naik?</source>
        <translation>Why did coverage rise?</translation>
    </message>
    <message>
        <source>Mengapa cakupan turun?</source>
        <translation>Why did coverage fall?</translation>
    </message>
    <message>
        <source>Mengapa cakupan tetap?</source>
        <translation>Why did coverage stay?</translation>
    </message>
    <message>
        <source>Peserta aktif</source>
        <translation>Active participants</translation>
    </message>
    <message>
        <source>Basis potensi</source>
        <translation>Eligible base</translation>
    </message>
    <message>
        <source>tidak ada angka</source>
        <translation>no figure</translation>
    </message>
</context>
<context>
    <name>RingkasanPage</name>
    <message>
        <source>Ringkasan</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>Belum ada buku yang dibuka.</source>
        <translation>No book is open yet.</translation>
    </message>
    <message>
        <source>persen</source>
        <translation>per cent</translation>
    </message>
    <message>
        <source>Segmen</source>
        <translation>Segment</translation>
    </message>
    <message>
        <source>Kabupaten/kota</source>
        <translation>Regencies and cities</translation>
    </message>
    <message>
        <source>garis tegak: target {rate}</source>
        <translation>upright line: target {rate}</translation>
    </message>
    <message>
        <source>Semua {count} segmen</source>
        <translation>All {count} segments</translation>
    </message>
    <message>
        <source>Semua {count} wilayah</source>
        <translation>All {count} regions</translation>
    </message>
    <message>
        <source>Lima tertinggi</source>
        <translation>Highest five</translation>
    </message>
    <message>
        <source>Lima terendah</source>
        <translation>Lowest five</translation>
    </message>
    <message>
        <source>Semua wilayah</source>
        <translation>All regions</translation>
    </message>
    <message>
        <source>Buku ini tidak memuat angka per segmen untuk wilayah ini.</source>
        <translation>This book holds no figures by segment for this region.</translation>
    </message>
    <message>
        <source>Buku ini hanya memuat angka provinsi.</source>
        <translation>This book holds figures of the province only.</translation>
    </message>
    <message>
        <source>Belum ada wilayah yang punya angka pada posisi ini.</source>
        <translation>No region has figures at this position yet.</translation>
    </message>
    <message>
        <source>{count} wilayah belum punya angka pada posisi ini.</source>
        <translation>{count} regions have no figures at this position yet.</translation>
    </message>
    <message>
        <source>Ke Beranda</source>
        <translation>To Home</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Cari perintah atau wilayah</source>
        <translation>Find a command or region</translation>
    </message>
</context>
<context>
    <name>SeriesModel</name>
    <message>
        <source>{name}, {value}, difokuskan</source>
        <translation>{name}, {value}, in focus</translation>
    </message>
</context>
<context>
    <name>SeriesPanel</name>
    <message>
        <source>Hapus fokus</source>
        <translation>Clear the focus</translation>
    </message>
    <message>
        <source>per {day}</source>
        <translation>as of {day}</translation>
    </message>
    <message>
        <source>{count} difokuskan</source>
        <translation>{count} in focus</translation>
    </message>
    <message>
        <source>Wilayah</source>
        <translation>Regions</translation>
    </message>
    <message>
        <source>Cari wilayah</source>
        <translation>Find a region</translation>
    </message>
    <message>
        <source>Wilayah pada grafik</source>
        <translation>Regions on the chart</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Contoh Kalimantan Tengah</source>
        <translation>Sample Kalimantan Tengah</translation>
    </message>
    <message>
        <source>Belum ada buku yang dibuka.</source>
        <translation>No book is open yet.</translation>
    </message>
</context>
<context>
    <name>SheetChoices</name>
    <message>
        <source>Kertas</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>Isi</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>Lembar provinsi</source>
        <translation>Sheet of the province</translation>
    </message>
    <message>
        <source>Buklet: provinsi dan tiap kabupaten/kota</source>
        <translation>Booklet: the province and every regency and city</translation>
    </message>
    <message>
        <source>Satu kabupaten/kota</source>
        <translation>One regency or city</translation>
    </message>
    <message>
        <source>Kabupaten/kota</source>
        <translation>Regency or city</translation>
    </message>
    <message>
        <source>Posisi, segmen, dan set target mengikuti pilihan di atas halaman.</source>
        <translation>Position, segment and target set follow the choices above the page.</translation>
    </message>
</context>
<context>
    <name>SheetModel</name>
    <message>
        <source>kosong</source>
        <translation>empty</translation>
    </message>
    <message>
        <source>Kolom ini tersembunyi di berkas; isinya tetap dibaca.</source>
        <translation>This column is hidden in the file; it is read all the same.</translation>
    </message>
    <message>
        <source>Baris ini tersembunyi di berkas; isinya tetap dibaca.</source>
        <translation>This row is hidden in the file; it is read all the same.</translation>
    </message>
</context>
<context>
    <name>SheetPane</name>
    <message>
        <source>Lembar</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>Tanda di lembar</source>
        <translation>Marks on the sheet</translation>
    </message>
    <message>
        <source> (tersembunyi)</source>
        <translation> (hidden)</translation>
    </message>
    <message numerus="yes">
        <source>%n pertanyaan</source>
        <translation>
            <numerusform>%n question</numerusform>
            <numerusform>%n questions</numerusform>
        </translation>
    </message>
    <message>
        <source>Lembar ini tersembunyi di berkas; isinya tetap dibaca.</source>
        <translation>This sheet is hidden in the file; it is read all the same.</translation>
    </message>
    <message>
        <source>Buku cakupan: isinya dibaca apa adanya.</source>
        <translation>A coverage book: it is read as it is.</translation>
    </message>
    <message>
        <source>Isi lembar ini tidak ditampilkan.</source>
        <translation>The content of this sheet is not shown.</translation>
    </message>
    <message>
        <source>Pilih sebuah sel untuk melihat bagaimana ia dibaca.</source>
        <translation>Choose a cell to see how it is read.</translation>
    </message>
    <message>
        <source>{shown} baris pertama digambar; semua {whole} baris dibaca.</source>
        <translation>The first {shown} rows are drawn; all {whole} rows are read.</translation>
    </message>
    <message>
        <source>Di luar tabel</source>
        <translation>Outside the tables</translation>
    </message>
    <message>
        <source>(kosong)</source>
        <translation>(empty)</translation>
    </message>
</context>
<context>
    <name>SheetRoles</name>
    <message>
        <source>Judul</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Kepala kolom</source>
        <translation>Column header</translation>
    </message>
    <message>
        <source>Nomor</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Wilayah</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Kode</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Waktu</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Segmen</source>
        <translation>Segment</translation>
    </message>
    <message>
        <source>Angka</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>Jumlah</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Catatan</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Tidak dipakai</source>
        <translation>Not used</translation>
    </message>
    <message>
        <source>Data perorangan, disamarkan</source>
        <translation>Personal data, masked</translation>
    </message>
    <message>
        <source>kepala</source>
        <translation>header</translation>
    </message>
    <message>
        <source>lewat</source>
        <translation>skipped</translation>
    </message>
    <message>
        <source>disamarkan</source>
        <translation>masked</translation>
    </message>
</context>
<context>
    <name>SheetView</name>
    <message>
        <source>Lembar {name}</source>
        <translation>Sheet {name}</translation>
    </message>
</context>
<context>
    <name>SourceCells</name>
    <message>
        <source>Sel {sheet}!{cell} tidak ada lagi di {file}.</source>
        <translation>Cell {sheet}!{cell} is no longer in {file}.</translation>
    </message>
    <message>
        <source>Berkas ini sudah berubah sejak dibaca; yang tampak isinya sekarang.</source>
        <translation>This file has changed since it was read; this is what it holds now.</translation>
    </message>
    <message>
        <source>Angka ini tidak punya berkas sumber.</source>
        <translation>This figure has no source file.</translation>
    </message>
    <message>
        <source>{file} tidak ditemukan di samping berkas yang dibuka.</source>
        <translation>{file} was not found beside the open file.</translation>
    </message>
</context>
<context>
    <name>SourceSection</name>
    <message>
        <source>Sumber</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Tidak ada berkas sumber yang tercatat.</source>
        <translation>No source file is recorded.</translation>
    </message>
    <message>
        <source>Tampilkan sel sumber</source>
        <translation>Show the source cell</translation>
    </message>
    <message>
        <source>Salin</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Salin asal angka sebagai teks</source>
        <translation>Copy the origin as text</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Keadaan</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Angka rekaan untuk contoh</source>
        <translation>Figures made up for the sample</translation>
    </message>
    <message>
        <source>Sebagian angka dibuat untuk contoh dan bukan angka resmi.</source>
        <translation>Some figures were made up for the sample and are not official.</translation>
    </message>
    <message>
        <source>Pembesaran {zoom}</source>
        <translation>Zoom {zoom}</translation>
    </message>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Belum ada buku yang dibuka</source>
        <translation>No book is open yet</translation>
    </message>
    <message numerus="yes">
        <source>%n galat</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peringatan</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message>
        <source>Hanya dibaca</source>
        <translation>Read only</translation>
    </message>
    <message>
        <source>Contoh</source>
        <translation>Sample</translation>
    </message>
    <message>
        <source>Tersimpan</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>Perubahan belum disimpan</source>
        <translation>Changes not saved</translation>
    </message>
    <message>
        <source>Belum disimpan sebagai buku</source>
        <translation>Not saved as a book yet</translation>
    </message>
    <message>
        <source>Buka Temuan</source>
        <translation>Open Findings</translation>
    </message>
</context>
<context>
    <name>Support</name>
    <message>
        <source>{name} bukan pemasang Cakupan: namanya tidak menyebut versi. Tidak ada yang dipasang.</source>
        <translation>{name} is no setup of Cakupan: its name does not tell a version. Nothing was installed.</translation>
    </message>
    <message>
        <source>Di samping {name} tidak ada pemasang Cakupan untuk komputer ini.</source>
        <translation>There is no setup of Cakupan for this computer beside {name}.</translation>
    </message>
    <message>
        <source>Di samping {name} tidak ada daftar SHA256SUMS. Salin keduanya ke satu folder.</source>
        <translation>There is no list SHA256SUMS beside {name}. Copy both into one folder.</translation>
    </message>
    <message>
        <source>Daftar SHA256SUMS tidak memuat {name}; tidak jadi dipasang.</source>
        <translation>The list SHA256SUMS does not name {name}; nothing was installed.</translation>
    </message>
    <message>
        <source>Daftar SHA256SUMS di samping {name} tidak dapat dibaca. Salin ulang dari sumbernya.</source>
        <translation>The list SHA256SUMS beside {name} cannot be read. Copy it again from its source.</translation>
    </message>
    <message>
        <source>{name} tidak dapat dibaca. Salin ulang dari sumbernya.</source>
        <translation>{name} cannot be read. Copy it again from its source.</translation>
    </message>
    <message>
        <source>{name} tidak utuh: isinya tidak cocok dengan SHA256SUMS. Salin ulang dari sumbernya.</source>
        <translation>{name} is not whole: it does not match SHA256SUMS. Copy it again from its source.</translation>
    </message>
    <message>
        <source>{name} lebih lama daripada Cakupan {installed} yang terpasang. Tidak ada yang dipasang.</source>
        <translation>{name} is older than Cakupan {installed}, which is installed. Nothing was installed.</translation>
    </message>
    <message>
        <source>Cakupan {installed} sudah terpasang; {name} versi yang sama.</source>
        <translation>Cakupan {installed} is installed already; {name} is the same version.</translation>
    </message>
    <message>
        <source>{name} bukan untuk sistem komputer ini.</source>
        <translation>{name} is not for the system of this computer.</translation>
    </message>
    <message>
        <source>Simpan diagnosis</source>
        <translation>Save the diagnosis</translation>
    </message>
    <message>
        <source>Arsip (*.zip)</source>
        <translation>Archive (*.zip)</translation>
    </message>
    <message>
        <source>Mengumpulkan diagnosis</source>
        <translation>Collecting the diagnosis</translation>
    </message>
    <message>
        <source>{name} tersimpan. Isinya versi, pengaturan dan catatan; tanpa isi berkas.</source>
        <translation>{name} saved. It holds versions, settings and the log; no contents of files.</translation>
    </message>
    <message>
        <source>Folder catatan tidak dapat dibuka: {folder}</source>
        <translation>The folder of the log cannot be opened: {folder}</translation>
    </message>
    <message>
        <source>Setel ulang pengaturan</source>
        <translation>Reset settings</translation>
    </message>
    <message>
        <source>Bahasa, warna, ukuran, provinsi kantor dan daftar buku terakhir kembali seperti saat pertama dipasang. Buku kerja Anda tidak disentuh.</source>
        <translation>Language, colours, size, the office&apos;s province and the list of recent books go back to how they were when first installed. Your workbooks are not touched.</translation>
    </message>
    <message>
        <source>Setel ulang</source>
        <translation>Reset</translation>
    </message>
    <message>
        <source>Berlaku mulai Cakupan dibuka berikutnya.</source>
        <translation>This holds from the next time that Cakupan is opened.</translation>
    </message>
    <message>
        <source>Cakupan dipasang untuk semua pengguna; mintalah pengelola komputer memperbaruinya.</source>
        <translation>Cakupan is installed for all users; ask whoever looks after the computer to update it.</translation>
    </message>
    <message>
        <source>Memeriksa {name}</source>
        <translation>Checking {name}</translation>
    </message>
    <message>
        <source>{name} utuh dan lebih baru. Tutup Cakupan, lalu pasang dari terminal: sudo apt install {path}</source>
        <translation>{name} is whole and newer. Close Cakupan, then install it from a terminal: sudo apt install {path}</translation>
    </message>
    <message>
        <source>Simpan dulu perubahan Anda lewat Berkas &gt; Simpan, lalu pasang.</source>
        <translation>Save your changes with File &gt; Save first, then install.</translation>
    </message>
    <message>
        <source>Pasang Cakupan {version}</source>
        <translation>Install Cakupan {version}</translation>
    </message>
    <message>
        <source>{name} utuh dan lebih baru daripada versi {installed}. Cakupan ditutup, lalu pemasang dibuka. Buku kerja dan pengaturan Anda tetap ada.</source>
        <translation>{name} is whole and newer than version {installed}. Cakupan is closed, then the setup is opened. Your workbooks and settings stay.</translation>
    </message>
    <message>
        <source>Tutup dan pasang</source>
        <translation>Close and install</translation>
    </message>
    <message>
        <source>{name} tidak dapat dijalankan. Buka dari Penjelajah Berkas.</source>
        <translation>{name} cannot be started. Open it from File Explorer.</translation>
    </message>
</context>
<context>
    <name>TableView</name>
    <message>
        <source>Salin</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Salin dengan judul kolom</source>
        <translation>Copy with column titles</translation>
    </message>
    <message>
        <source>Urutkan dari yang terkecil</source>
        <translation>Sort from the smallest</translation>
    </message>
    <message>
        <source>Urutkan dari yang terbesar</source>
        <translation>Sort from the largest</translation>
    </message>
</context>
<context>
    <name>TemuanPage</name>
    <message>
        <source>Temuan</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>Ke Beranda</source>
        <translation>To Home</translation>
    </message>
    <message>
        <source>Belum ada buku yang dibuka.</source>
        <translation>No book is open yet.</translation>
    </message>
    <message>
        <source>Tidak ada temuan. Semua angka terbaca dan cocok satu sama lain.</source>
        <translation>No findings. Every figure was read, and they agree with one another.</translation>
    </message>
    <message>
        <source>Semua</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Tingkat temuan</source>
        <translation>Level of the findings</translation>
    </message>
    <message>
        <source>Cari temuan</source>
        <translation>Search the findings</translation>
    </message>
    <message>
        <source>Salin daftar</source>
        <translation>Copy the list</translation>
    </message>
    <message>
        <source>Salin temuan yang tampil sebagai teks</source>
        <translation>Copy the findings in view as text</translation>
    </message>
    <message>
        <source>Daftar temuan</source>
        <translation>List of findings</translation>
    </message>
    <message>
        <source>Tidak ada temuan yang cocok.</source>
        <translation>No finding matches.</translation>
    </message>
    <message>
        <source>{count} temuan, yang terberat lebih dulu</source>
        <translation>{count} findings, the gravest first</translation>
    </message>
    <message>
        <source>{shown} dari {count} temuan</source>
        <translation>{shown} of {count} findings</translation>
    </message>
    <message>
        <source>Semua halaman sekarang menampilkan posisi {now}. Untuk kembali, pilih {then} di Posisi.</source>
        <translation>Every page now shows the position {now}. To go back, choose {then} under Position.</translation>
    </message>
    <message>
        <source>{count} temuan disalin.</source>
        <translation>{count} findings copied.</translation>
    </message>
</context>
<context>
    <name>TrenPage</name>
    <message>
        <source>Tren</source>
        <translation>Trend</translation>
    </message>
    <message>
        <source>Belum ada angka untuk digambar.</source>
        <translation>There are no figures to draw yet.</translation>
    </message>
    <message>
        <source>Gambar grafik tersalin.</source>
        <translation>The picture of the chart was copied.</translation>
    </message>
    <message>
        <source>Data grafik tersalin, siap ditempel di Excel.</source>
        <translation>The data of the chart was copied, ready to be pasted into Excel.</translation>
    </message>
    <message>
        <source>Simpan grafik</source>
        <translation>Save the chart</translation>
    </message>
    <message>
        <source>Menyimpan {name}</source>
        <translation>Saving {name}</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>Garis target dari set target yang dipilih</source>
        <translation>Target line of the chosen target set</translation>
    </message>
    <message>
        <source>Putus deret</source>
        <translation>Breaks</translation>
    </message>
    <message>
        <source>Tanda di mana basis potensi berganti</source>
        <translation>Marks where the base changes</translation>
    </message>
    <message>
        <source>Persen</source>
        <translation>Per cent</translation>
    </message>
    <message>
        <source>Orang</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Satuan</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Salin gambar</source>
        <translation>Copy picture</translation>
    </message>
    <message>
        <source>Salin data</source>
        <translation>Copy data</translation>
    </message>
    <message>
        <source>Simpan</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Gambar PNG…</source>
        <translation>PNG picture…</translation>
    </message>
    <message>
        <source>Gambar SVG…</source>
        <translation>SVG picture…</translation>
    </message>
    <message>
        <source>Dokumen PDF…</source>
        <translation>PDF document…</translation>
    </message>
    <message>
        <source>Data CSV…</source>
        <translation>CSV data…</translation>
    </message>
    <message>
        <source>Paling banyak {count} wilayah disorot bersamaan. Lepas satu dulu.</source>
        <translation>At most {count} regions are highlighted at once. Release one first.</translation>
    </message>
    <message>
        <source>{count} kabupaten/kota</source>
        <translation>{count} regencies and cities</translation>
    </message>
    <message>
        <source>cakupan {regions}, persen</source>
        <translation>coverage of {regions}, per cent</translation>
    </message>
    <message>
        <source>peserta aktif {regions}, orang</source>
        <translation>active participants of {regions}, people</translation>
    </message>
    <message>
        <source>Garis tidak disambung melewati putus deret.</source>
        <translation>Lines are not joined across a break.</translation>
    </message>
    <message>
        <source>Sebagian angka adalah rekaan untuk contoh.</source>
        <translation>Some figures were made up for the sample.</translation>
    </message>
    <message>
        <source>rekaan untuk contoh</source>
        <translation>made up for the sample</translation>
    </message>
    <message>
        <source>turunan dari angka lain</source>
        <translation>derived from other figures</translation>
    </message>
    <message>
        <source> atau </source>
        <translation> or </translation>
    </message>
    <message>
        <source>Tanda berongga: {what}.</source>
        <translation>Hollow marks: {what}.</translation>
    </message>
    <message>
        <source>Tren {region} {day}</source>
        <translation>Trend {region} {day}</translation>
    </message>
    <message>
        <source>{name} tersimpan.</source>
        <translation>{name} is saved.</translation>
    </message>
</context>
<context>
    <name>TrendCard</name>
    <message>
        <source>Tren cakupan</source>
        <translation>Trend of coverage</translation>
    </message>
    <message>
        <source>Buka halaman Tren</source>
        <translation>Open the page Trend</translation>
    </message>
    <message>
        <source>Tanda pada grafik</source>
        <translation>Marks on the chart</translation>
    </message>
    <message>
        <source>Buka Tren</source>
        <translation>Open Trend</translation>
    </message>
    <message>
        <source>turunan atau rekaan</source>
        <translation>derived or made up</translation>
    </message>
    <message>
        <source>angka bersumber</source>
        <translation>sourced</translation>
    </message>
    <message>
        <source>turunan</source>
        <translation>derived</translation>
    </message>
    <message>
        <source>rekaan untuk contoh</source>
        <translation>made up for the sample</translation>
    </message>
    <message>
        <source>putus deret</source>
        <translation>break in the series</translation>
    </message>
</context>
<context>
    <name>TrendChart</name>
    <message>
        <source>Target</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>putus deret</source>
        <translation>break in the series</translation>
    </message>
    <message>
        <source>putus deret: {base}</source>
        <translation>break: {base}</translation>
    </message>
    <message>
        <source>Grafik tren</source>
        <translation>Trend chart</translation>
    </message>
    <message>
        <source>Belum ada angka untuk digambar.</source>
        <translation>There are no figures to draw yet.</translation>
    </message>
</context>
<context>
    <name>UnusableState</name>
    <message>
        <source>Coba lagi</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Baca sekarang</source>
        <translation>Read now</translation>
    </message>
</context>
<context>
    <name>ViewBar</name>
    <message>
        <source>Halaman sebelumnya</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>Halaman berikutnya</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>Perkecil</source>
        <translation>Zoom out</translation>
    </message>
    <message>
        <source>Perbesar</source>
        <translation>Zoom in</translation>
    </message>
    <message>
        <source>Ukuran tampilan</source>
        <translation>Size of the view</translation>
    </message>
    <message>
        <source>Halaman {page} dari {pages}</source>
        <translation>Page {page} of {pages}</translation>
    </message>
    <message>
        <source>Selebar jendela</source>
        <translation>Fit width</translation>
    </message>
    <message>
        <source>Satu halaman penuh</source>
        <translation>Whole page</translation>
    </message>
</context>
</TS>
