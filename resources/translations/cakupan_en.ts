<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="id_ID">
<context>
    <name>Actions</name>
    <message>
        <source>Berkas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sunting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tampilan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lembar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bantuan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buka…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buka satu atau beberapa buku kerja</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buku baru…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buat buku cakupan kosong untuk diisi di Excel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buka contoh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buka contoh Kalimantan Tengah</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simpan sebagai…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simpan semua angka sebagai buku cakupan baru</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cetak…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lihat lembar ringkasan, lalu cetak atau simpan sebagai PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keluar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Potong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tempel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pilih semua</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cari di halaman</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cari perintah atau wilayah</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warna</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bahasa (Language)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asal angka</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tunjukkan dari mana angka yang dipilih berasal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bagian jendela berikutnya</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ikuti sistem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gelap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bahasa Indonesia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perbesar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perkecil</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ukuran semula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posisi sebelumnya</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posisi berikutnya</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seluruh provinsi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Baca ulang berkas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batalkan pekerjaan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provinsi kantor…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pilih provinsi kantor, untuk berkas yang tidak menyebutkannya</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pratinjau lembar ringkasan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pintasan papan ketik</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tentang Cakupan</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BeforeSection</name>
    <message>
        <source>Pembanding: {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dilaporkan</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BerandaPage</name>
    <message>
        <source>Beranda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cakupan jaminan sosial ketenagakerjaan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buka buku kerja…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buku baru…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buka contoh</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CakupanPage</name>
    <message>
        <source>Cakupan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belum ada buku yang dibuka.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wilayah</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Segmen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wilayah dan segmen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rincian tabel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cari di tabel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kolom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pilih kolom yang ditampilkan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salin seluruh tabel untuk ditempel di Excel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tabel cakupan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tidak ada baris yang cocok dengan pencarian.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pilih sel untuk melihat artinya dan asal angkanya.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ke Beranda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cakupan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}, diurutkan menurut {column}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} kabupaten/kota</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} segmen di {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} baris wilayah dan segmen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buka temuan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tunjukkan temuan tentang angka ini</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} sel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tunjukkan di halaman Data: {places}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} baris disalin; tempel di Excel dengan Ctrl+V.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CellLink</name>
    <message>
        <source>Tampilkan sel {address}: {about}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CellPicture</name>
    <message>
        <source>Sel sumber di lembar {sheet}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChangeCard</name>
    <message>
        <source>Cakupan dari posisi lama ke posisi baru</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChartWords</name>
    <message>
        <source>{name} tidak ada angka</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColumnMenu</name>
    <message>
        <source>Baris rapat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kembalikan kolom semula</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>wilayah</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContextBar</name>
    <message>
        <source>Konteks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posisi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wilayah</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Segmen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Basis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menurut posisi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Semua wilayah</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Semua segmen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tanpa target</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CoverageColumns</name>
    <message>
        <source>Segmen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wilayah</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peringkat menurut cakupan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kabupaten/kota</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jumlah orang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Penduduk
bekerja</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Potensi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Angka tahunan terbaru sampai posisi ini</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pekerja yang berhak dilindungi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peserta
aktif</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belum
terlindungi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Potensi dikurangi peserta aktif</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cakupan, persen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tidak ada</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dihitung ulang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peserta aktif ÷ potensi × 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dilaporkan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Persentase yang tertulis di sumber</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selisih</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dihitung ulang dikurangi dilaporkan, poin persen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terhadap target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terhadap target {rate}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target,
orang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kekurangan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target dikurangi peserta aktif, orang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capaian,
persen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peserta aktif ÷ target × 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perubahan, poin persen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cakupan di setiap posisi; skala tiap baris sendiri</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sejak
{position}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lebih {people}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tanpa peringkat: cakupan tidak diketahui</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peringkat {rank} menurut cakupan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Basis potensi: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lebih dari 100 %: peserta aktif lebih banyak daripada potensi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Basis potensi berganti; kedua posisi tidak sepenuhnya sebanding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>putus deret</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CoverageLegend</name>
    <message>
        <source>{word}: capaian ≥ {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>putus deret; skala tiap baris sendiri</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¹ Dihitung dari jumlah provinsi, bukan penjumlahan kolom.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Kesalahan program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Laporan kesalahan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salin laporan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tutup program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lanjutkan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program menemui kesalahan yang tidak terduga. Berkas Anda tidak diubah. Anda dapat melanjutkan; bila terulang, salin laporan ini dan kirimkan kepada pengelola program. Laporan tidak memuat data orang.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terjadi kesalahan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tersalin</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Buku kerja ({endings})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Semua berkas (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buka buku kerja</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buku cakupan (*{ending})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provinsi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provinsi kantor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posisi data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Berkas sudah ada</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} sudah ada. Ganti dengan yang baru?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ganti</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DropField</name>
    <message>
        <source>Mulai dari buku kerja Excel yang sudah ada</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letakkan berkas di mana saja pada jendela ini, atau pilih dari folder. Excel (xlsx, xls, xlsb), ODS, dan CSV dapat dibaca; berkas aslinya tidak diubah.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FigureSection</name>
    <message>
        <source>{exact} sebelum dibulatkan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Angka ini belum diketahui karena masukannya tidak lengkap.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormulaSection</name>
    <message>
        <source>Rumus</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FramedTable</name>
    <message>
        <source>{name}, jumlah</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Handlers</name>
    <message>
        <source>Buku cakupan baru.xlsx</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buku baru</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} - buku cakupan.xlsx</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simpan sebagai</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perubahan belum disimpan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keterangan kantor yang Anda ubah akan hilang. Simpan dulu lewat Berkas &gt; Simpan sebagai.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lanjutkan tanpa menyimpan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} tidak menyebut provinsinya dengan jelas. Wilayahnya termasuk provinsi mana?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} tidak menyebut tanggalnya. Angkanya per tanggal berapa?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provinsi kantor Anda dipakai bila sebuah berkas tidak menyebut provinsinya.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pintasan papan ketik</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meja kerja cakupan Jamsostek. Bekerja tanpa internet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lisensi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tentang Cakupan</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InputsSection</name>
    <message>
        <source>Masukan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rumusnya</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rumus {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LembarCetakPage</name>
    <message>
        <source>Lembar Cetak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simpan PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cetak…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menyusun lembar…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belum ada buku yang dibuka. Lembar ringkasan disusun dari angka di dalamnya.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buka contoh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menyusun lembar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, {paper} {size} mm, {pages} halaman</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buklet {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, posisi {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lembar ringkasan {name}.pdf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simpan PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menyimpan PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mencetak {pages} halaman</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} tersimpan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pages} halaman dikirim ke printer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Sebentar, halaman sedang disiapkan.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Halaman</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{errors} galat, {warnings} peringatan</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Tutup pemberitahuan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tutup pemberitahuan (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OfficeForm</name>
    <message>
        <source>Kop surat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Baris kop surat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tanda tangan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tempat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jabatan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nama</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pangkat/golongan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NIP</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Beranda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ringkasan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temuan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cakupan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lembar Cetak</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Cari perintah atau wilayah</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hasil</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tidak ada yang cocok.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message>
        <source>jumlah dari {count} sel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count}, buka daftarnya</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pedigree</name>
    <message>
        <source>per {as_of}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>poin persen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>orang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lembar {sheets}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dibaca {moment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{exact} sebelum dibulatkan</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PedigreePanel</name>
    <message>
        <source>Asal angka</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pilih sebuah angka untuk melihat dari mana asalnya.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asal angka disalin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tahan angka ini saat angka lain dipilih</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tutup asal angka</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sumber</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tidak ada berkas sumber yang tercatat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tampilkan sel sumber</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salin asal angka sebagai teks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Membuka {file}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Membuka sel sumber</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dibatalkan.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Pratinjau lembar</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>{name} adalah folder. Beri nama berkas lain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} sedang dibuka program lain. Tutup dulu, atau beri nama lain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder {folder} tidak dapat ditulisi. Simpan di folder lain, misalnya Dokumen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} tidak dapat disimpan: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printer tidak dapat dipakai. Periksa apakah printer menyala dan terhubung.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printer berhenti di tengah pekerjaan.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProvinceQuestion</name>
    <message>
        <source>Provinsi kantor Anda?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dipakai bila sebuah berkas tidak menyebut provinsinya. Dapat diganti di menu Data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provinsi kantor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pilih provinsi</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RankingCard</name>
    <message>
        <source>Tanda status</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RankingHeader</name>
    <message>
        <source>± poin</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecentBooks</name>
    <message>
        <source>Terakhir dibuka</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buku yang Anda buka akan tercantum di sini.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per {day}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecentCard</name>
    <message>
        <source>Hapus dari daftar (berkas tetap ada)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportedSection</name>
    <message>
        <source>Dilaporkan di sumber</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sumber tidak memuat persentasenya.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tidak dapat dibandingkan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cocok</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tidak cocok</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Ringkasan</name>
    <message>
        <source>per {as_of}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per {as_of}, dibandingkan dengan {previous}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>naik</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>turun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lebih {people}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>posisi pertama</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tanpa pembanding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{people} orang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tetap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>di atas 100 %: periksa potensi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>peserta melebihi potensi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{unit}, semua segmen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{unit}, segmen {segment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{definition}, basis {vintage}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>target {target} − peserta aktif</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>belum ada target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tanpa target di sini</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>belum ada angkanya</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>peserta aktif tidak ada</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>potensi tidak ada</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perubahan cakupan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mengapa cakupan naik?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mengapa cakupan turun?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mengapa cakupan tetap?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peserta aktif</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Basis potensi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tidak ada angka</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RingkasanPage</name>
    <message>
        <source>Ringkasan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belum ada buku yang dibuka.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>persen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Segmen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kabupaten/kota</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>garis tegak: target {rate}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Semua {count} segmen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Semua {count} wilayah</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lima tertinggi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lima terendah</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Semua wilayah</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buku ini tidak memuat angka per segmen untuk wilayah ini.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buku ini hanya memuat angka provinsi.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belum ada wilayah yang punya angka pada posisi ini.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} wilayah belum punya angka pada posisi ini.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ke Beranda</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Cari perintah atau wilayah</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SeriesModel</name>
    <message>
        <source>{name}, {value}, difokuskan</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SeriesPanel</name>
    <message>
        <source>Hapus fokus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} difokuskan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wilayah</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cari wilayah</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wilayah pada grafik</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Contoh Kalimantan Tengah</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Membaca {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menyimpan {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} tersimpan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belum ada buku yang dibuka.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SheetChoices</name>
    <message>
        <source>Kertas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Isi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lembar provinsi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buklet: provinsi dan tiap kabupaten/kota</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Satu kabupaten/kota</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kabupaten/kota</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posisi, segmen, dan set target mengikuti pilihan di atas halaman.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SourceCells</name>
    <message>
        <source>Sel {sheet}!{cell} tidak ada lagi di {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Berkas ini sudah berubah sejak dibaca; yang tampak isinya sekarang.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Angka ini tidak punya berkas sumber.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} tidak ditemukan di samping berkas yang dibuka.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Keadaan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Angka rekaan untuk contoh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sebagian angka dibuat untuk contoh dan bukan angka resmi.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pembesaran {zoom}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} galat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} peringatan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hanya dibaca</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contoh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tersimpan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belum disimpan sebagai buku</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buka Temuan</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TableView</name>
    <message>
        <source>Salin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salin dengan judul kolom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Urutkan dari yang terkecil</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Urutkan dari yang terbesar</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrenPage</name>
    <message>
        <source>Tren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belum ada angka untuk digambar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gambar grafik tersalin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data grafik tersalin, siap ditempel di Excel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simpan grafik</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menyimpan {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Garis target dari set target yang dipilih</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Putus deret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tanda di mana basis potensi berganti</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Persen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Satuan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salin gambar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salin data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simpan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gambar PNG…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gambar SVG…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dokumen PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} kabupaten/kota</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cakupan {regions}, persen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>peserta aktif {regions}, orang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Garis tidak disambung melewati putus deret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sebagian angka adalah rekaan untuk contoh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rekaan untuk contoh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>turunan dari angka lain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> atau </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tanda berongga: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tren {region} {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} tersimpan.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrendCard</name>
    <message>
        <source>Tren cakupan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buka halaman Tren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tanda pada grafik</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buka Tren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>angka bersumber</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>turunan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rekaan untuk contoh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>putus deret</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrendChart</name>
    <message>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>putus deret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>putus deret: {base}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grafik tren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belum ada angka untuk digambar.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ViewBar</name>
    <message>
        <source>Halaman sebelumnya</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Halaman berikutnya</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perkecil</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perbesar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ukuran tampilan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Halaman {page} dari {pages}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selebar jendela</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Satu halaman penuh</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
